package vn.digitaltrust.sanctions.registry;

import java.util.UUID;
import vn.digitaltrust.door.Refusal;

/**
 * What the registry answered about a subject. It is asked before the transaction and looked at
 * inside it, so that a repeated request gets its first outcome even while the registry is away.
 */
public final class Answer {
  private final RegistrySubject subject;
  private final Refusal refusal;

  private Answer(RegistrySubject subject, Refusal refusal) {
    this.subject = subject;
    this.refusal = refusal;
  }

  static Answer of(RegistrySubject subject) {
    return new Answer(subject, null);
  }

  static Answer refused(Refusal refusal) {
    return new Answer(null, refusal);
  }

  /**
   * The subject that the registry knows.
   *
   * @throws Refusal 422 SAN-70 when it does not know it or has erased it, 503 when it did not
   *     answer
   */
  public RegistrySubject get() {
    if (refusal != null) {
      throw refusal;
    }
    return subject;
  }

  /** The request while the subject's erasure is asked for; null when none is known. */
  UUID erasureRequest() {
    return subject == null ? null : subject.erasureRequest();
  }
}
