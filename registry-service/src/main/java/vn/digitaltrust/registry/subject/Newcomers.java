package vn.digitaltrust.registry.subject;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import vn.digitaltrust.door.Caller;
import vn.digitaltrust.door.Ids;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.Roles;

/**
 * Under which id somebody is entered. Registrars get a fresh one; who enters itself has been bound
 * to an id by an administrator and is entered under that one, so that its token speaks for it at
 * once.
 */
@ApplicationScoped
class Newcomers {
  private final SubjectRepository subjects;
  private final Caller caller;

  Newcomers(SubjectRepository subjects, Caller caller) {
    this.subjects = subjects;
    this.caller = caller;
  }

  /**
   * The id for a new subject that the caller enters.
   *
   * @throws Refusal 403 when the token is bound to none, 409 when the bound one is there already
   */
  UUID idFor(SubjectKind kind, Instant now) {
    if (caller.is(Roles.REGISTRAR)) {
      return Ids.next(now);
    }
    var bound = kind == SubjectKind.KOL ? caller.subjectId() : caller.memberId();
    var id = bound.orElseThrow(() -> Refusal.forbidden("subject.unbound"));
    if (subjects.findByIdOptional(id).isPresent()) {
      throw Refusal.state("subject.entered", id);
    }
    return id;
  }
}
