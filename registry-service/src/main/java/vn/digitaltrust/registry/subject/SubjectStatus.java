package vn.digitaltrust.registry.subject;

import static vn.digitaltrust.registry.subject.SubjectAction.CHANGE;
import static vn.digitaltrust.registry.subject.SubjectAction.DEACTIVATE;
import static vn.digitaltrust.registry.subject.SubjectAction.DEREGISTER;
import static vn.digitaltrust.registry.subject.SubjectAction.ERASE;
import static vn.digitaltrust.registry.subject.SubjectAction.MERGE;
import static vn.digitaltrust.registry.subject.SubjectAction.REACTIVATE;
import static vn.digitaltrust.registry.subject.SubjectAction.REGISTER;
import static vn.digitaltrust.registry.subject.SubjectAction.SUBMIT;
import static vn.digitaltrust.registry.subject.SubjectAction.UNMERGE;
import static vn.digitaltrust.registry.subject.SubjectAction.VERIFY;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a subject stands, and what may be done to it there (REG-1). */
@Schema(name = "RegistrySubjectStatus")
public enum SubjectStatus {
  /** Entered only because a decision concerns it. */
  RECORDED(SUBMIT, CHANGE, MERGE, ERASE),
  /** Asks to be registered; nobody has checked who it is. */
  SUBMITTED(CHANGE, VERIFY, MERGE, ERASE),
  /** Its identity has been checked. */
  VERIFIED(CHANGE, REGISTER, MERGE, ERASE),
  /** Publicly registered. */
  REGISTERED(CHANGE, DEACTIVATE, DEREGISTER, MERGE, ERASE),
  /** Registered, but resting; keeps its number. */
  INACTIVE(CHANGE, REACTIVATE, DEREGISTER, MERGE, ERASE),
  /** Has left the register; its number is never given again. */
  DEREGISTERED(MERGE, ERASE),
  /** The same person or organisation as another subject, to which it points and goes with. */
  MERGED(UNMERGE),
  /** Nothing but a tombstone is left. */
  ERASED();

  private final Set<SubjectAction> allowed;

  SubjectStatus(SubjectAction... allowed) {
    this.allowed = Set.of(allowed);
  }

  boolean allows(SubjectAction action) {
    return allowed.contains(action);
  }

  /** Whether a registration number has been issued to a KOL in this status. */
  boolean isNumbered() {
    return EnumSet.of(REGISTERED, INACTIVE, DEREGISTERED).contains(this);
  }

  /** The status after an allowed action; an unmerge gives back the one before the merge. */
  SubjectStatus after(SubjectAction action, SubjectStatus beforeMerge) {
    if (!allows(action)) {
      throw new IllegalStateException(this + " does not allow " + action);
    }
    return switch (action) {
      case CHANGE -> this;
      case SUBMIT -> SUBMITTED;
      case VERIFY -> VERIFIED;
      case REGISTER, REACTIVATE -> REGISTERED;
      case DEACTIVATE -> INACTIVE;
      case DEREGISTER -> DEREGISTERED;
      case MERGE -> MERGED;
      case UNMERGE -> beforeMerge;
      case ERASE -> ERASED;
    };
  }
}
