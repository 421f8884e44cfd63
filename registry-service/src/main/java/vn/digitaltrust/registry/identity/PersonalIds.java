package vn.digitaltrust.registry.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.digitaltrust.door.Refusal;

/** Takes personal ID numbers in, and forgets them; works in the caller's transaction. */
@ApplicationScoped
public class PersonalIds {
  private final PersonalIdRepository numbers;
  private final Seal seal;

  PersonalIds(PersonalIdRepository numbers, Seal seal) {
    this.numbers = numbers;
    this.seal = seal;
  }

  /**
   * Checks the form of a number before anything is written.
   *
   * @return its last three digits
   * @throws Refusal 400 when it is not twelve digits
   */
  public String check(String text) {
    return number(text).end();
  }

  /**
   * Keeps a subject's number, in place of the one before. Another subject may have it too (ID-3).
   *
   * @return its last three digits
   * @throws Refusal 400 when it is not twelve digits
   */
  public String keep(UUID subject, String text) {
    var number = number(text);
    var kept = numbers.findByIdOptional(subject);
    if (kept.isPresent()) {
      kept.get().take(seal, number);
    } else {
      var fresh = new PersonalId(subject);
      fresh.take(seal, number);
      numbers.persist(fresh);
    }
    return number.end();
  }

  /** Forgets a subject's number. */
  public void forget(UUID subject) {
    numbers.deleteById(subject);
  }

  private static PersonalIdNumber number(String text) {
    var number = PersonalIdNumber.of(text);
    if (number == null) {
      throw Refusal.invalid("personalId", "personal-id.form");
    }
    return number;
  }
}
