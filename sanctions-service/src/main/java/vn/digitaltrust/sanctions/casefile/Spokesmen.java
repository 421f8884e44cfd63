package vn.digitaltrust.sanctions.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.digitaltrust.sanctions.access.Access;
import vn.digitaltrust.sanctions.registry.Purpose;

/** SAN-140: finds out, before the transaction, whether the caller speaks for a case's subject. */
@ApplicationScoped
public class Spokesmen {
  private final CaseReader reader;
  private final Access access;

  Spokesmen(CaseReader reader, Access access) {
    this.reader = reader;
    this.access = access;
  }

  /**
   * Asks the registry, if the subject knows of the case and somebody else calls.
   *
   * @throws vn.digitaltrust.door.Refusal 503 when the registry does not answer
   */
  public void ask(UUID caseId, Purpose purpose) {
    reader.toldSubject(caseId).ifPresent(subject -> access.askToSpeak(subject, purpose, caseId));
  }
}
