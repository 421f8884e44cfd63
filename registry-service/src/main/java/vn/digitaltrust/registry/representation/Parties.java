package vn.digitaltrust.registry.representation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import vn.digitaltrust.door.Caller;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.registry.subject.OrganisationType;
import vn.digitaltrust.registry.subject.SubjectKind;
import vn.digitaltrust.registry.subject.Subjects;
import vn.digitaltrust.vocabulary.Roles;

/** REP-2, REP-3, REP-7: who may be a party of a record, and what the caller is in it. */
@ApplicationScoped
class Parties {
  private final Subjects subjects;
  private final Caller caller;

  Parties(Subjects subjects, Caller caller) {
    this.subjects = subjects;
    this.caller = caller;
  }

  /**
   * REP-3. One text for all that is unknown about somebody: it tells nobody who is there. Whether
   * the represented is under 18 is found out for registrars alone, since anybody may say to be a
   * guardian.
   */
  void requireFit(Representation it, LocalDate today) {
    var represented = subjects.known(it.represented());
    var representative = subjects.known(it.representative());
    if (!representative.live()) {
      throw Refusal.rule("REP-3", "representation.representative-gone");
    }
    if (subjects.person(it.represented()).contains(it.representative())) {
      throw Refusal.rule("REP-3", "representation.itself");
    }
    var organisation = representative.kind() == SubjectKind.ORGANISATION;
    var adult = representative.isOfAge(today);
    var fit =
        switch (it.kind()) {
          case GUARDIAN, COUNSEL -> organisation || adult;
          case MANAGER -> adult;
          case AGENCY ->
              representative.organisationType() == OrganisationType.AGENCY
                  && representative.taxCode() != null;
        };
    if (!fit) {
      throw Refusal.rule(
          "REP-3",
          it.kind() == RepresentationKind.AGENCY
              ? "representation.agency"
              : "representation.unfit");
    }
    if (it.kind() == RepresentationKind.GUARDIAN
        && isRegistrar(it)
        && (represented.birthDate() == null || represented.isOfAge(today))) {
      throw Refusal.rule("REP-3", "representation.not-minor");
    }
  }

  /** Whether the caller is one of the two, or a registrar or an auditor who is neither. */
  boolean mayRead(Representation it) {
    return isParty(it) || caller.isAny(Roles.REGISTRAR, Roles.AUDITOR);
  }

  /** Whether the caller is one of the two. */
  boolean isParty(Representation it) {
    return subjects.isCallers(it.represented()) || subjects.isCallers(it.representative());
  }

  /** As what the caller may confirm a record, or null. */
  Confirmer confirmer(Representation it) {
    if (subjects.isCallers(it.represented())) {
      return Confirmer.REPRESENTED;
    }
    return isRegistrar(it) ? Confirmer.REGISTRAR : null;
  }

  /** Whether the caller is a registrar, and no party of the record. */
  boolean isRegistrar(Representation it) {
    return caller.is(Roles.REGISTRAR) && !isParty(it);
  }
}
