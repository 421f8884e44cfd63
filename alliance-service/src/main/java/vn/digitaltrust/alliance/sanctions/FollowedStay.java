package vn.digitaltrust.alliance.sanctions;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import vn.digitaltrust.vocabulary.Span;

/** A stay of a measure as it is kept. */
@Embeddable
record FollowedStay(
    @Column(name = "starts_at", nullable = false) Instant startsAt,
    @Column(name = "ends_at") Instant endsAt) {

  static FollowedStay of(Span stay) {
    return new FollowedStay(stay.startsAt(), stay.endsAt());
  }

  Span span() {
    return new Span(startsAt, endsAt);
  }
}
