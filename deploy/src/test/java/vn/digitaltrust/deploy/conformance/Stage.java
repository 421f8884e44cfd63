package vn.digitaltrust.deploy.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.keycloak.KeycloakAdmin;
import vn.digitaltrust.deploy.keycloak.Tokens;
import vn.digitaltrust.deploy.story.Api;
import vn.digitaltrust.deploy.suite.Secrets;
import vn.digitaltrust.deploy.suite.Settings;

/** The running suite, prepared for the walk: everybody is there and has something to lose. */
final class Stage implements AutoCloseable {
  /**
   * The services call each other under one role; these lend their identities here: one of them, and
   * one that is asked before an erasure.
   */
  private static final List<String> SERVICES = List.of("gateway", "sanctions-service");

  private final Cast cast;
  private final Contract contract;
  private final Conformance conformance;
  private final Set<String> tokens;

  private Stage(Cast cast, Contract contract, Conformance conformance, Set<String> tokens) {
    this.tokens = tokens;
    this.cast = cast;
    this.contract = contract;
    this.conformance = conformance;
  }

  /** Makes everybody's rows and reads the document from the gateway. */
  static Stage set(
      Settings settings, Secrets secrets, Tokens tokens, Api api, KeycloakAdmin keycloak) {
    Map<String, ServiceToken> services = new TreeMap<>();
    SERVICES.forEach(name -> services.put(name, new ServiceToken(settings, secrets, name)));
    List<Person> nobodyYet = List.of(new Person("auditor-nga", "auditor", null, null));
    Contract contract =
        new Contract(
            Http.get(settings.gateway("/openapi?format=json"))
                .send()
                .orThrow("the document of the gateway")
                .json());
    Ledger ledger = new Ledger(new Door(settings::gateway, tokens::of, nobodyYet), contract);
    Cast cast = new Cast(api, keycloak);
    List<Person> people = new ArrayList<>(cast.enter());
    services.forEach(
        (name, service) ->
            people.add(
                new Person(
                    name, "service", Cast.claims(service.get()).path("sub").asText(), null)));
    Set<String> sent = ConcurrentHashMap.newKeySet();
    Door door =
        new Door(
            settings::gateway,
            name -> {
              String token =
                  services.containsKey(name) ? services.get(name).get() : tokens.of(name);
              sent.add(token);
              return token;
            },
            List.copyOf(people));
    return new Stage(
        cast,
        contract,
        new Conformance(door, contract, ledger, realm(), Table.read("/conformance/roles.md")),
        sent);
  }

  Contract contract() {
    return contract;
  }

  Conformance conformance() {
    return conformance;
  }

  /** The subject of whom nothing is left. */
  String erased() {
    return cast.erased();
  }

  /** All tokens that the walk has sent. */
  Set<String> tokens() {
    return tokens;
  }

  /** The subjects that members speak for, by the name of the member. */
  Map<String, String> subjects() {
    return cast.subjects();
  }

  @Override
  public void close() {
    cast.leave();
  }

  /** Got by client credentials, as every service gets its own. */
  private static final class ServiceToken {
    private static final Duration FRESH = Duration.ofMinutes(2);

    private final Settings settings;
    private final String name;
    private final String secret;
    private String token;
    private Instant since = Instant.EPOCH;

    ServiceToken(Settings settings, Secrets secrets, String name) {
      this.settings = settings;
      this.name = name;
      this.secret = secrets.get("keycloak." + name);
    }

    synchronized String get() {
      if (since.plus(FRESH).isBefore(Instant.now())) {
        since = Instant.now();
        token =
            Http.method("POST", URI.create(settings.issuer() + "/protocol/openid-connect/token"))
                .form(
                    Map.of(
                        "grant_type", "client_credentials",
                        "client_id", name,
                        "client_secret", secret))
                .send()
                .orThrow("a token for " + name)
                .json()
                .path("access_token")
                .asText();
      }
      return token;
    }
  }

  private static Set<String> realm() {
    try (InputStream file = Stage.class.getResourceAsStream("/keycloak/realm.json")) {
      JsonNode realm = Http.JSON.readTree(file);
      Set<String> roles = new TreeSet<>();
      realm.at("/roles/realm").forEach(role -> roles.add(role.path("name").asText()));
      return roles;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
