package vn.digitaltrust.registry.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** The sealed number of one subject. */
@Entity
class PersonalId {
  @Id private UUID subject;
  private byte[] sealed;
  private byte[] mark;

  PersonalId() {}

  PersonalId(UUID subject) {
    this.subject = subject;
  }

  void take(Seal seal, PersonalIdNumber number) {
    sealed = seal.seal(subject, number);
    mark = seal.mark(number);
  }
}
