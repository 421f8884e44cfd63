package vn.digitaltrust.deploy.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.suite.Part;
import vn.digitaltrust.deploy.suite.Secrets;
import vn.digitaltrust.deploy.suite.Settings;

/** Keycloak's admin API, as far as the launcher needs it. */
public final class KeycloakAdmin {
  /** The administrator made at Keycloak's first start. */
  public static final String USER = "admin";

  /** Our realm. */
  public static final String REALM = "digital-trust";

  private final Settings settings;
  private final Secrets secrets;

  private static final int LOGINS = 20;
  private static final Duration BETWEEN_LOGINS = Duration.ofSeconds(1);

  /** The admin API of one suite. */
  public KeycloakAdmin(Settings settings, Secrets secrets) {
    this.settings = settings;
    this.secrets = secrets;
  }

  /** Keycloak that lost its database answers 500 until it has thrown away the dead connections. */
  private String token() {
    Http.Answer answer = login();
    for (int again = 0; answer.status() >= 500 && again < LOGINS; again++) {
      LockSupport.parkNanos(BETWEEN_LOGINS.toNanos());
      answer = login();
    }
    return answer
        .orThrow("Keycloak's administrator cannot log in")
        .json()
        .path("access_token")
        .asText();
  }

  private Http.Answer login() {
    return Http.method("POST", uri("/realms/master/protocol/openid-connect/token"))
        .form(
            Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                USER,
                "password",
                secrets.get("keycloak.admin")))
        .send();
  }

  private URI uri(String path) {
    return URI.create(settings.origin(Part.KEYCLOAK) + path);
  }

  private Http.Answer send(String method, String path, Object body) {
    // A token lives a minute only, and calls are few: a fresh one each time.
    Http request = Http.method(method, uri("/admin/realms" + path)).bearer(token());
    return (body == null ? request : request.json(body)).send();
  }

  /** Whether our realm exists. */
  public boolean realmExists() {
    Http.Answer answer = send("GET", "/" + REALM, null);
    return answer.status() != 404
        && answer.orThrow("Keycloak's realm cannot be read").status() == 200;
  }

  /** Makes a realm from its representation. */
  public void createRealm(JsonNode realm) {
    send("POST", "", realm).orThrow("Keycloak refused the realm");
  }

  /** Adds users and clients that do not exist yet; leaves the others alone. */
  public void importMissing(ObjectNode representation) {
    send("POST", "/" + REALM + "/partialImport", representation.put("ifResourceExists", "SKIP"))
        .orThrow("Keycloak refused the import");
  }

  /**
   * Replaces the redirect address and web origin of a client, if they differ.
   *
   * @param redirect the one address to which people come back when they have logged in
   */
  public void allowOrigin(String clientId, String origin, String redirect) {
    JsonNode found = client(clientId);
    if (found instanceof ObjectNode client
        && !(client.path("webOrigins").equals(Http.JSON.valueToTree(List.of(origin)))
            && client.path("redirectUris").equals(Http.JSON.valueToTree(List.of(redirect))))) {
      client.putArray("redirectUris").add(redirect);
      client.putArray("webOrigins").add(origin);
      put(client);
    }
  }

  /** Takes from a client of Keycloak's own that it gives tokens for a password. */
  public void refusePasswords(String clientId) {
    if (client(clientId) instanceof ObjectNode client
        && client.path("directAccessGrantsEnabled").asBoolean()) {
      put(client.put("directAccessGrantsEnabled", false));
    }
  }

  /** Locks out for a while who guesses passwords of a realm. */
  public void lockOutGuessing(String realm) {
    send("PUT", "/" + realm, Map.of("bruteForceProtected", true, "failureFactor", 10))
        .orThrow("Keycloak refused the realm's settings");
  }

  /** Sets one attribute of a client, such as how long its tokens live; null removes it. */
  public void setClientAttribute(String clientId, String attribute, String value) {
    if (!(client(clientId) instanceof ObjectNode client)) {
      throw new IllegalStateException("Keycloak knows no client " + clientId);
    }
    // Keycloak keeps an attribute that is left out, and removes one that is empty.
    client.withObject("/attributes").put(attribute, value == null ? "" : value);
    put(client);
  }

  private JsonNode client(String clientId) {
    return send("GET", "/" + REALM + "/clients?clientId=" + clientId, null)
        .orThrow("Keycloak's clients cannot be read")
        .json()
        .path(0);
  }

  private void put(ObjectNode client) {
    send("PUT", "/" + REALM + "/clients/" + client.path("id").asText(), client)
        .orThrow("Keycloak refused the client");
  }

  /** Sets one attribute of a user, or of a client's service account; null removes it. */
  public void setAttribute(String name, String attribute, String value) {
    ObjectNode user =
        user(name)
            .or(() -> user("service-account-" + name))
            .orElseThrow(() -> new IllegalStateException("Keycloak knows no " + name));
    ObjectNode attributes =
        user.path("attributes") instanceof ObjectNode present
            ? present
            : user.putObject("attributes");
    if (value == null) {
      attributes.remove(attribute);
    } else {
      attributes.putArray(attribute).add(value);
    }
    send("PUT", "/" + REALM + "/users/" + user.path("id").asText(), user)
        .orThrow("Keycloak refused the attribute");
  }

  private Optional<ObjectNode> user(String name) {
    JsonNode found =
        send("GET", "/" + REALM + "/users?exact=true&username=" + Http.encode(name), null)
            .orThrow("Keycloak's users cannot be read")
            .json()
            .path(0);
    return found instanceof ObjectNode user ? Optional.of(user) : Optional.empty();
  }
}
