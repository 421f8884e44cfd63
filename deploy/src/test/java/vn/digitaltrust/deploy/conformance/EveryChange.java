package vn.digitaltrust.deploy.conformance;

import java.util.Map;
import vn.digitaltrust.deploy.keycloak.KeycloakAdmin;
import vn.digitaltrust.deploy.keycloak.Tokens;
import vn.digitaltrust.deploy.story.Api;
import vn.digitaltrust.deploy.suite.Secrets;
import vn.digitaltrust.deploy.suite.Settings;

/** Rows in every state that the API can bring them to. */
public final class EveryChange {
  private EveryChange() {}

  /**
   * Does every change of the document at least once.
   *
   * @return the subjects that members spoke for meanwhile, by the name of the member
   * @throws AssertionError if a change was never accepted
   */
  public static Map<String, String> make(
      Settings settings, Secrets secrets, Tokens tokens, Api api, KeycloakAdmin keycloak) {
    try (Stage stage = Stage.set(settings, secrets, tokens, api, keycloak)) {
      stage.conformance().rehearse();
      stage.conformance().requireRehearsed(stage.contract().operations());
      return stage.subjects();
    }
  }
}
