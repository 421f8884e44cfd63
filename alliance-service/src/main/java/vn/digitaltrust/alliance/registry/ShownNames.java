package vn.digitaltrust.alliance.registry;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.digitaltrust.door.Caller;
import vn.digitaltrust.journal.AccessLog;
import vn.digitaltrust.vocabulary.Roles;

/** ALL-71: the names of subjects that the caller is shown, none for most callers. */
@RequestScoped
public class ShownNames {
  private final Caller caller;
  private final Persons persons;
  private final SubjectNames names;
  private final AccessLog accessLog;

  ShownNames(Caller caller, Persons persons, SubjectNames names, AccessLog accessLog) {
    this.caller = caller;
    this.persons = persons;
    this.names = names;
    this.accessLog = accessLog;
  }

  /**
   * The names of these subjects by their ids, of each that the caller is shown; each is logged. One
   * query for however many.
   */
  public Map<UUID, ShownName> of(Collection<UUID> subjects) {
    if (!caller.isAny(Roles.ALLIANCE_ADMIN, Roles.ASSESSOR, Roles.AUDITOR)) {
      return Map.of();
    }
    Set<UUID> bound = new HashSet<>();
    caller.subjectId().ifPresent(bound::add);
    caller.memberId().ifPresent(bound::add);
    Set<UUID> own = persons.sameAs(bound);
    Map<UUID, ShownName> found =
        names.of(subjects.stream().filter(subject -> !own.contains(subject)).toList());
    found.keySet().forEach(subject -> accessLog.read("subject-name", subject));
    return found;
  }
}
