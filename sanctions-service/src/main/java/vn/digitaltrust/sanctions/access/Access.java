package vn.digitaltrust.sanctions.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import java.util.stream.Stream;
import vn.digitaltrust.sanctions.door.Caller;
import vn.digitaltrust.sanctions.registry.Subjects;

/** What the present caller may see: the one place that compares tokens with rows. */
@RequestScoped
public class Access {
  private final Caller caller;
  private final Subjects subjects;

  Access(Caller caller, Subjects subjects) {
    this.caller = caller;
    this.subjects = subjects;
  }

  /** The id of the person or machine that calls. */
  public String person() {
    return caller.id();
  }

  /** SAN-91: whether the caller works on cases, or watches over those who do. */
  public boolean staff() {
    return caller.isAny(
        Roles.CASE_OFFICER, Roles.DECISION_MAKER, Roles.APPEAL_PANEL, Roles.AUDITOR, Roles.SERVICE);
  }

  /** SAN-90: whether the token is bound to this subject, under whichever id after merges. */
  public boolean speaksFor(UUID subject) {
    return Stream.concat(caller.subjectId().stream(), caller.memberId().stream())
        .anyMatch(own -> subjects.same(own, subject));
  }

  /** SAN-90: whether a row with this reporter is the caller's own or its organisation's. */
  public boolean reported(String person, UUID member) {
    return person.equals(caller.id())
        || (member != null && caller.memberId().filter(member::equals).isPresent());
  }

  /** SAN-61: whether the token is bound to this authority. */
  public boolean actsFor(String authority) {
    return caller.is(Roles.AUTHORITY) && caller.authority().filter(authority::equals).isPresent();
  }

  /** Whether the caller holds a role of the realm. */
  public boolean is(String role) {
    return caller.is(role);
  }

  /** The organisation of the caller, or null. */
  public UUID member() {
    return caller.memberId().orElse(null);
  }
}
