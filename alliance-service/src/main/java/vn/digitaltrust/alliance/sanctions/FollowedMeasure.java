package vn.digitaltrust.alliance.sanctions;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import vn.digitaltrust.vocabulary.Span;

/** A measure as last told by the journal of sanctions. */
@Entity
@Table(name = "followed_measure")
class FollowedMeasure {
  @Id UUID id;

  UUID subject;

  @Enumerated(EnumType.STRING)
  MeasureKind kind;

  String ground;

  @Column(name = "starts_at")
  Instant startsAt;

  @Column(name = "ends_at")
  Instant endsAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "end_state")
  Measure.End end;

  @Column(name = "ended_at")
  Instant endedAt;

  @ElementCollection(fetch = FetchType.EAGER)
  @BatchSize(size = 200)
  @CollectionTable(name = "followed_stay", joinColumns = @JoinColumn(name = "measure"))
  List<FollowedStay> stays = new ArrayList<>();

  void become(Measure told) {
    id = told.id();
    subject = told.subject();
    kind = told.kind();
    ground = told.ground();
    startsAt = told.startsAt();
    endsAt = told.endsAt();
    end = told.end();
    endedAt = told.endedAt();
    stays.clear();
    told.stays().forEach(stay -> stays.add(FollowedStay.of(stay)));
  }

  Measure told() {
    List<Span> told = stays.stream().map(FollowedStay::span).toList();
    return new Measure(id, subject, kind, ground, startsAt, endsAt, told, end, endedAt);
  }
}
