package vn.digitaltrust.registry.subject;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.digitaltrust.registry.door.Refusal;
import vn.digitaltrust.registry.territory.Territories;

/** Checks what a subject says of itself, before anything is written. */
@ApplicationScoped
class ParticularsRules {
  private final Territories territories;
  private final Clock clock;

  ParticularsRules(Territories territories, Clock clock) {
    this.territories = territories;
    this.clock = clock;
  }

  Particulars of(KolRequest kol) {
    var today = LocalDate.now(clock.withZone(Minority.ZONE));
    if (kol.birthDate() != null && !kol.birthDate().isBefore(today)) {
      throw Refusal.invalid("birthDate", "birth-date.future");
    }
    requireShown(SubjectKind.KOL, kol.names());
    var minor = Minority.isMinor(kol.birthDate(), today);
    if (minor && kol.guardian() == null) {
      throw Refusal.rule("REG-5", "guardian.needed", Minority.FULL_YEARS);
    }
    return new Particulars(
        kol.names(),
        kol.influence(),
        kol.category(),
        null,
        null,
        territories.require("homeProvince", kol.homeProvince()),
        kol.birthDate(),
        kol.guardian(),
        kol.namesWithheld() == null ? minor : kol.namesWithheld());
  }

  Particulars of(OrganisationRequest organisation) {
    requireShown(SubjectKind.ORGANISATION, organisation.names());
    return new Particulars(
        organisation.names(),
        null,
        null,
        organisation.organisationType(),
        taxCode(organisation.taxCode()),
        territories.require("homeProvince", organisation.homeProvince()),
        null,
        null,
        false);
  }

  Particulars of(RecordedSubjectRequest recorded) {
    return new Particulars(
        recorded.names(), null, recorded.category(), null, null, null, null, null, false);
  }

  private static void requireShown(SubjectKind kind, List<TypedName> names) {
    if (ShownName.of(kind, names) == null) {
      throw Refusal.rule("REG-3", "names.none-shown");
    }
  }

  private static String taxCode(String text) {
    if (text == null) {
      return null;
    }
    var code = TaxCode.canonical(text);
    if (code == null) {
      throw Refusal.invalid("taxCode", "tax-code.wrong");
    }
    return code;
  }
}
