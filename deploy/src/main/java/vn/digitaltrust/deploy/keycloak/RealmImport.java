package vn.digitaltrust.deploy.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.suite.Failure;
import vn.digitaltrust.deploy.suite.Part;
import vn.digitaltrust.deploy.suite.Secrets;
import vn.digitaltrust.deploy.suite.Settings;

/**
 * Puts our realm into Keycloak, and in a second step the sample identities. The files hold no
 * secret: their placeholders, {@code ${NAME}}, are filled from the secrets of the suite here, or
 * from the environment by Keycloak's own {@code --import-realm} elsewhere.
 */
public final class RealmImport {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z0-9_]+)}");

  private final Settings settings;
  private final Secrets secrets;
  private final KeycloakAdmin admin;

  /** The realm of one suite. */
  public RealmImport(Settings settings, Secrets secrets) {
    this.settings = settings;
    this.secrets = secrets;
    this.admin = new KeycloakAdmin(settings, secrets);
  }

  /**
   * Makes the realm if it is not there, brings one of a release before up to date, and follows a
   * gateway that moved to another port.
   */
  public void realm() {
    if (!admin.realmExists()) {
      admin.createRealm(filled("/keycloak/realm.json"));
    }
    String gateway = settings.origin(Part.GATEWAY);
    admin.allowOrigin("openapi-ui", gateway, gateway + "/docs/oauth2-redirect.html");
    admin.refusePasswords("admin-cli");
    admin.lockOutGuessing("master");
  }

  /**
   * Makes the sample identities that are not there.
   *
   * @throws Failure in a production profile: everybody who reads this project knows their names and
   *     roles
   */
  public void sampleIdentities() {
    if (settings.profile() == Settings.Profile.PRODUCTION) {
      throw new Failure(
          "DT_PROFILE=production refuses sample identities. Make your own users in Keycloak, or use another DT_HOME with DT_PROFILE=sample.");
    }
    admin.importMissing(filled("/keycloak/sample-identities.json"));
  }

  private ObjectNode filled(String resource) {
    return (ObjectNode) fill(read(resource), this::value);
  }

  private String value(String name) {
    return name.equals("GATEWAY_ORIGIN")
        ? settings.origin(Part.GATEWAY)
        : secrets.get(secretName(name));
  }

  /** {@code REGISTRY_SERVICE_SECRET} is kept as {@code keycloak.registry-service}. */
  static String secretName(String placeholder) {
    return "keycloak."
        + placeholder
            .replaceFirst("_(SECRET|PASSWORD)$", "")
            .toLowerCase(java.util.Locale.ROOT)
            .replace('_', '-');
  }

  static JsonNode fill(String text, UnaryOperator<String> values) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    String filled =
        matcher.replaceAll(
            found ->
                Matcher.quoteReplacement(
                    // Inside a JSON string; none of our values has a character to escape.
                    values.apply(found.group(1))));
    try {
      return Http.JSON.readTree(filled);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(String resource) {
    try (InputStream stream = RealmImport.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("not on the class path: " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
