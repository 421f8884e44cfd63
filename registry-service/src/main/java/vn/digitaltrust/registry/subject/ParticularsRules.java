package vn.digitaltrust.registry.subject;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.Folding;
import vn.digitaltrust.vocabulary.NameLetters;
import vn.digitaltrust.vocabulary.Provinces;
import vn.digitaltrust.vocabulary.TaxCode;

/** Checks what a subject says of itself, before anything is written. */
@ApplicationScoped
class ParticularsRules {
  private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

  private final Guardianship guardianship;

  ParticularsRules(Guardianship guardianship) {
    this.guardianship = guardianship;
  }

  /** Of a KOL that is entered under this id. */
  Particulars of(KolRequest kol, UUID id) {
    requireBirthDate(kol.birthDate());
    var minor = Minority.isMinor(kol.birthDate(), guardianship.today());
    return of(
        kol,
        id,
        kol.birthDate(),
        kol.guardian(),
        kol.namesWithheld() == null ? minor : kol.namesWithheld());
  }

  /**
   * Of a KOL that is there already. What is private and left out stays: birth date, the guardian of
   * a minor or of a virtual influencer, and whether names are withheld; who turns out to be a minor
   * is withheld from then on.
   */
  Particulars of(KolRequest kol, Subject present) {
    requireBirthDate(kol.birthDate());
    var today = guardianship.today();
    var before = present.privatePart().birthDate();
    var birthDate = kol.birthDate() == null ? before : kol.birthDate();
    var minor = Minority.isMinor(birthDate, today);
    var needed = minor || birthDate == null && kol.category() == Category.VIRTUAL_INFLUENCER;
    var guardian =
        kol.guardian() == null && needed ? present.privatePart().guardian() : kol.guardian();
    var withheld = present.namesWithheld() || minor && !Minority.isMinor(before, today);
    return of(
        kol,
        present.id(),
        birthDate,
        guardian,
        kol.namesWithheld() == null ? withheld : kol.namesWithheld());
  }

  private Particulars of(
      KolRequest kol, UUID id, LocalDate birthDate, Guardian guardian, boolean namesWithheld) {
    requireShown(SubjectKind.KOL, kol.names());
    requireOne(kol.guardian());
    guardianship.require(id, birthDate, guardian);
    return new Particulars(
        kol.names(),
        kol.influence(),
        kol.category(),
        Languages.of(kol.languages()),
        null,
        null,
        province(kol.homeProvince()),
        birthDate,
        guardian,
        namesWithheld);
  }

  Particulars of(OrganisationRequest organisation) {
    requireShown(SubjectKind.ORGANISATION, organisation.names());
    return new Particulars(
        organisation.names(),
        null,
        null,
        null,
        organisation.organisationType(),
        taxCode(organisation.taxCode()),
        province(organisation.homeProvince()),
        null,
        null,
        false);
  }

  Particulars of(RecordedSubjectRequest recorded) {
    requireWellWritten(recorded.names());
    if (recorded.kind() == SubjectKind.ORGANISATION && recorded.category() != null) {
      throw Refusal.invalid("category", "category.of-kols");
    }
    return new Particulars(
        recorded.names(), null, recorded.category(), null, null, null, null, null, null, false);
  }

  private static void requireWellWritten(List<TypedName> names) {
    for (var i = 0; i < names.size(); i++) {
      requireWellWritten("names[" + i + "].value", names.get(i).value());
    }
  }

  /** VOC-13: whoever is named, here or as a guardian. */
  static void requireWellWritten(String field, String name) {
    Refusal.reading(field, () -> NameLetters.require(name));
    if (!Folding.isLegible(name)) {
      throw Refusal.invalid(field, "name.letters");
    }
  }

  private static String province(String text) {
    return Refusal.reading("homeProvince", () -> Provinces.require(text));
  }

  private void requireBirthDate(LocalDate day) {
    if (day != null && (day.isBefore(EARLIEST_BIRTH) || !day.isBefore(guardianship.today()))) {
      throw Refusal.invalid("birthDate", "birth-date.range");
    }
  }

  private static void requireOne(Guardian guardian) {
    if (guardian == null) {
      return;
    }
    if ((guardian.subject() == null) == (guardian.name() == null)) {
      throw Refusal.invalid("guardian", "guardian.one");
    }
    if (guardian.name() != null) {
      requireWellWritten("guardian.name", guardian.name());
    }
  }

  private static void requireShown(SubjectKind kind, List<TypedName> names) {
    requireWellWritten(names);
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
