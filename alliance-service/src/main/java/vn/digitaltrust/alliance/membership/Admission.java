package vn.digitaltrust.alliance.membership;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import vn.digitaltrust.door.TwoPeople;

/** ALL-80: that an admin asked for an admission, and what became of it. */
@Entity
@Table(name = "admission")
class Admission {
  @Id private UUID id;

  @Version private long version;

  @Column(updatable = false)
  private UUID membership;

  @Embedded private TwoPeople people;

  protected Admission() {}

  Admission(UUID id, UUID membership, TwoPeople people) {
    this.id = id;
    this.membership = membership;
    this.people = people;
  }

  UUID membership() {
    return membership;
  }

  /** Who asked and who decided. */
  TwoPeople people() {
    return people;
  }
}
