package vn.digitaltrust.deploy.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.suite.Failure;
import vn.digitaltrust.deploy.suite.Secrets;
import vn.digitaltrust.deploy.suite.Settings;

/**
 * Access tokens of the sample identities, got from Keycloak as each kind would: people by password,
 * machines by client credentials.
 */
public final class Tokens {
  private static final String PEOPLE_CLIENT = "sample-cli";

  private final Settings settings;
  private final Secrets secrets;
  private final Clock clock;
  private final Map<String, Token> cache = new HashMap<>();

  private record Token(String text, Instant useUntil) {}

  /** Tokens of one suite. */
  public Tokens(Settings settings, Secrets secrets, Clock clock) {
    this.settings = settings;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** Users first, then machines. */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    identities("users")
        .filter(user -> !user.has("serviceAccountClientId"))
        .forEach(user -> names.add(user.path("username").asText()));
    names.addAll(machines());
    return names;
  }

  private static List<String> machines() {
    return identities("clients")
        .filter(client -> client.path("serviceAccountsEnabled").asBoolean())
        .map(client -> client.path("clientId").asText())
        .toList();
  }

  private static Stream<JsonNode> identities(String list) {
    try {
      JsonNode all = Http.JSON.readTree(RealmImport.read("/keycloak/sample-identities.json"));
      return StreamSupport.stream(all.path(list).spliterator(), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A token of this identity that is good for at least another half minute. */
  public synchronized String of(String name) {
    Token known = cache.get(name);
    if (known == null || known.useUntil().isBefore(clock.instant())) {
      known = request(name);
      cache.put(name, known);
    }
    return known.text();
  }

  /**
   * Drops the token of this identity, so that the next one carries attributes changed meanwhile.
   */
  public synchronized void forget(String name) {
    cache.remove(name);
  }

  /** The password of a sample person or the secret of a sample machine. */
  public String password(String name) {
    requireKnown(name);
    return secrets.get("keycloak." + name);
  }

  private void requireKnown(String name) {
    if (settings.profile() == Settings.Profile.PRODUCTION) {
      throw new Failure("DT_PROFILE=production has no sample identities.");
    }
    if (!names().contains(name)) {
      throw new Failure(
          "There is no sample identity \"%s\". There are:%n  %s"
              .formatted(name, String.join("%n  ".formatted(), names())));
    }
  }

  private Token request(String name) {
    Map<String, String> form =
        machines().contains(name)
            ? Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                name,
                "client_secret",
                password(name))
            : Map.of(
                "grant_type",
                "password",
                "client_id",
                PEOPLE_CLIENT,
                "username",
                name,
                "password",
                password(name));
    try {
      JsonNode answer =
          Http.method("POST", URI.create(settings.issuer() + "/protocol/openid-connect/token"))
              .form(form)
              .send()
              .orThrow("Keycloak gave no token for " + name)
              .json();
      return new Token(
          answer.path("access_token").asText(),
          clock.instant().plusSeconds(answer.path("expires_in").asLong() - 30));
    } catch (Http.Unreachable e) {
      throw new Failure(
          "Keycloak does not answer at %s. Start the suite: deploy/up".formatted(settings.issuer()),
          e);
    }
  }
}
