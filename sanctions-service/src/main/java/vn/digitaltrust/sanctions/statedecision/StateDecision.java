package vn.digitaltrust.sanctions.statedecision;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.door.Ids;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.sanctions.ground.GroundRef;
import vn.digitaltrust.vocabulary.VietnamTime;

/** A decision of a state authority as it was recorded: {@code RECORDED → LIFTED → ANNULLED}. */
@Entity
@Table(name = "state_decision")
class StateDecision {
  /** Acts that do not end the decision; those that do are always taken. */
  static final int ACTS = 30;

  @Id UUID id;
  @Version long version;

  @Column(updatable = false)
  UUID subject;

  @Column(updatable = false)
  String authority;

  @Column(updatable = false)
  String number;

  @Column(name = "issued_on", updatable = false)
  LocalDate issuedOn;

  @Column(updatable = false)
  String ground;

  @Column(name = "ground_title", updatable = false)
  String groundTitle;

  @Column(updatable = false)
  String provision;

  @Column(name = "document_title", updatable = false)
  String documentTitle;

  @Column(name = "document_sha256", updatable = false)
  String documentSha256;

  @Column(name = "measure_id", updatable = false)
  UUID measure;

  @Enumerated(EnumType.STRING)
  Status status;

  @Column(name = "recorded_by", updatable = false)
  String recordedBy;

  @Column(name = "recorded_at", updatable = false)
  Instant recordedAt;

  @Column(name = "changed_at")
  Instant changedAt;

  /** As long as its measure is; null while no end of that is known. */
  @Column(name = "published_until")
  Instant publishedUntil;

  /** Whether it was told that nothing of it is public any more. */
  boolean unpublished;

  @OneToMany(cascade = CascadeType.PERSIST)
  @JoinColumn(name = "state_decision", nullable = false, updatable = false)
  @OrderBy("actedAt, id")
  List<StateDecisionAct> acts = new ArrayList<>();

  protected StateDecision() {}

  /**
   * SAN-60: records a decision.
   *
   * @param ground the ground with the provision that the decision names
   */
  static StateDecision record(
      StateDecisionRequest request, GroundRef ground, String by, Instant now) {
    if (!request.measure().kind().ofState()) {
      throw Refusal.rule("SAN-60", "state.kind", request.measure().kind());
    }
    if (request.issuedOn().isAfter(VietnamTime.dayOf(now))) {
      throw Refusal.rule("SAN-60", "state.issued-in-future", request.issuedOn().toString());
    }
    if (request.measure().from().isBefore(request.issuedOn())) {
      throw Refusal.rule("SAN-60", "state.from-before-issue", request.issuedOn().toString());
    }
    StateDecision decision = new StateDecision();
    decision.id = Ids.next(now);
    decision.subject = request.subject();
    decision.authority = request.authority();
    decision.number = request.number();
    decision.issuedOn = request.issuedOn();
    decision.ground = ground.code();
    decision.groundTitle = ground.title();
    decision.provision = ground.provision();
    decision.documentTitle = request.document().title();
    decision.documentSha256 = request.document().sha256();
    decision.status = Status.RECORDED;
    decision.recordedBy = by;
    decision.recordedAt = now;
    decision.changedAt = now;
    return decision;
  }

  GroundRef groundRef() {
    return new GroundRef(ground, groundTitle, provision);
  }

  /** SAN-62: the authority acts on its own decision by another document. */
  void act(StateDecisionAct.Kind kind, ActRequest request, String by, Instant now) {
    if (!status.allows(kind)) {
      throw Refusal.state("state.state", status, kind);
    }
    if (request.issuedOn().isBefore(issuedOn)
        || request.issuedOn().isAfter(VietnamTime.dayOf(now))) {
      throw Refusal.rule("SAN-62", "state.act-date", issuedOn.toString());
    }
    if (!kind.ends() && acts.stream().filter(it -> !it.kind.ends()).count() >= ACTS) {
      throw Refusal.rule("SAN-63", "state.acts-full", ACTS);
    }
    acts.add(new StateDecisionAct(kind, request, by, now));
    changedAt = now;
    if (kind == StateDecisionAct.Kind.LIFTED) {
      status = Status.LIFTED;
    } else if (kind == StateDecisionAct.Kind.ANNULLED) {
      status = Status.ANNULLED;
    }
  }

  /**
   * SAN-103: is public as long as its measure.
   *
   * @return whether it is to be told now that nothing is public any more: not again, once it was
   */
  boolean publishUntil(Instant end) {
    publishedUntil = end;
    boolean over = end != null && !changedAt.isBefore(end);
    boolean news = over && !unpublished;
    unpublished = over;
    return news;
  }

  /** SAN-103: whether everybody may know of it at an instant. */
  boolean isPublic(Instant at) {
    return !unpublished && (publishedUntil == null || at.isBefore(publishedUntil));
  }

  /** Where a recorded decision stands; stays and variations show in its measure. */
  @Schema(name = "SanctionsStateDecisionStatus")
  enum Status {
    RECORDED,
    LIFTED,
    ANNULLED;

    boolean allows(StateDecisionAct.Kind kind) {
      return switch (this) {
        case RECORDED -> true;
        case LIFTED -> kind == StateDecisionAct.Kind.ANNULLED;
        case ANNULLED -> false;
      };
    }
  }
}
