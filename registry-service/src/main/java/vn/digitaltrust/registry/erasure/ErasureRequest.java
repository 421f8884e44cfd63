package vn.digitaltrust.registry.erasure;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import vn.digitaltrust.door.TwoPeople;

/** That a person's erasure is asked for, and what became of it. */
@Entity
@Table(name = "erasure_request")
class ErasureRequest {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID subject;

  @Embedded private TwoPeople people;

  ErasureRequest() {}

  ErasureRequest(UUID id, UUID subject, TwoPeople people) {
    this.id = id;
    this.subject = subject;
    this.people = people;
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  UUID subject() {
    return subject;
  }

  /** Who asked and who decided. */
  TwoPeople people() {
    return people;
  }
}
