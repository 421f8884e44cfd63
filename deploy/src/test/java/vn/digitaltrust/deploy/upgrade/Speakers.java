package vn.digitaltrust.deploy.upgrade;

import java.util.Map;
import vn.digitaltrust.deploy.keycloak.KeycloakAdmin;
import vn.digitaltrust.deploy.keycloak.Tokens;

/** The members whose tokens speak for a subject of the release before. */
final class Speakers {
  private final KeycloakAdmin keycloak;
  private final Tokens tokens;
  private final Map<String, String> subjects;

  /**
   * Members of a suite.
   *
   * @param subjects by the name of the member
   */
  Speakers(KeycloakAdmin keycloak, Tokens tokens, Map<String, String> subjects) {
    this.keycloak = keycloak;
    this.tokens = tokens;
    this.subjects = subjects;
  }

  /** From now on their tokens say so. */
  void speak() {
    subjects.forEach(this::bind);
  }

  /** From now on they speak for nobody. */
  void fallSilent() {
    subjects.keySet().forEach(name -> bind(name, null));
  }

  private void bind(String name, String subject) {
    keycloak.setAttribute(name, name.startsWith("kol-") ? "subject_id" : "member_id", subject);
    tokens.forget(name);
  }
}
