package vn.digitaltrust.registry.subject;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import vn.digitaltrust.door.Caller;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.Roles;

/**
 * REG-11: on whose behalf somebody is recorded. Bodies count, not persons: one authority's people
 * are one body, all case officers of the Alliance are one, and so are the registrars.
 */
@ApplicationScoped
class Recorders {
  private static final String AUTHORITY = "authority:";
  private static final String ALLIANCE = "alliance";
  private static final String REGISTRY = "registry";

  private final Caller caller;

  Recorders(Caller caller) {
    this.caller = caller;
  }

  /**
   * The body for which the caller records.
   *
   * @throws Refusal 403 for an authority whose token is bound to none
   */
  String present() {
    if (caller.is(Roles.AUTHORITY)) {
      return caller
          .authority()
          .map(AUTHORITY::concat)
          .orElseThrow(() -> Refusal.forbidden("authority.unbound"));
    }
    return caller.is(Roles.CASE_OFFICER) ? ALLIANCE : REGISTRY;
  }

  /** Whether the caller may add to what was recorded: registrars, and the body that recorded it. */
  boolean mayAddTo(Subject subject) {
    return caller.is(Roles.REGISTRAR) || bodies().contains(subject.recording().recordedBy());
  }

  /** The bodies that the caller belongs to. */
  private Set<String> bodies() {
    var bodies = new HashSet<String>();
    if (caller.is(Roles.AUTHORITY)) {
      caller.authority().map(AUTHORITY::concat).ifPresent(bodies::add);
    }
    if (caller.is(Roles.CASE_OFFICER)) {
      bodies.add(ALLIANCE);
    }
    return bodies;
  }
}
