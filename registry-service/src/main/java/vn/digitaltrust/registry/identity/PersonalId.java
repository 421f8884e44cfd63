package vn.digitaltrust.registry.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import java.util.UUID;

/** The sealed number of one subject. */
@Entity
@NamedQuery(name = "PersonalId.byMark", query = "from PersonalId where mark = :mark")
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

  UUID subject() {
    return subject;
  }
}
