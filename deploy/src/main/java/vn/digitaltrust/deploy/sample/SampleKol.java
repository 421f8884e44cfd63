package vn.digitaltrust.deploy.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One line of the registry's import: a fictional KOL with accounts, verified and registered at
 * once.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SampleKol(
    List<Name> names,
    String influence,
    String category,
    String homeProvince,
    String birthDate,
    List<Account> accounts,
    boolean register,
    Verification verification) {

  /** The name people know; it carries the person's number, so no other sample KOL has it. */
  String stageName() {
    return names.stream()
        .filter(name -> name.type().equals("STAGE"))
        .map(Name::value)
        .findFirst()
        .orElseThrow();
  }

  /** A typed name. */
  record Name(String type, String value) {}

  /** An account by its handle. */
  record Account(String platform, String handle) {}

  /** How the person was verified. */
  record Verification(String method, int level, String verifiedAt) {}
}
