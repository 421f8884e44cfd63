package vn.digitaltrust.sanctions.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.digitaltrust.door.Refusal;

/** SAN-124: that nobody was told meanwhile that a person can be erased. */
@ApplicationScoped
public class Clearances {
  private final ErasureHolder holder;
  private final Subjects subjects;

  Clearances(ErasureHolder holder, Subjects subjects) {
    this.holder = holder;
    this.subjects = subjects;
  }

  /**
   * Refuses what would begin about a person whose erasure was cleared; in the transaction that
   * begins it, after the subject is held.
   *
   * @throws Refusal 409, to be sent once more
   */
  public void requireNone(UUID subject) {
    holder.requireNotCleared(subjects.sameAs(subject));
  }
}
