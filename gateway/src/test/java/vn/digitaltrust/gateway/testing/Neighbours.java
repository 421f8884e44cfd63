package vn.digitaltrust.gateway.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import vn.digitaltrust.journal.testing.Tokens;

/** The three services and the issuer of tokens, as real HTTP servers on free ports. */
public final class Neighbours implements QuarkusTestResourceLifecycleManager {
  /** The token that the issuer gives the gateway for following journals. */
  static final String SERVICE_TOKEN = Tokens.as("service");

  private final Vertx vertx = Vertx.vertx();
  private final Neighbour registry = new Neighbour(vertx, "registry");
  private final Neighbour sanctions = new Neighbour(vertx, "sanctions");
  private final Neighbour alliance = new Neighbour(vertx, "alliance");
  private HttpServer issuer;
  private int issuerPort;

  /** Marks a field of a test that gets the running neighbours. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.FIELD)
  public @interface Given {}

  @Override
  public Map<String, String> start() {
    registry.start();
    sanctions.start();
    alliance.start();
    startIssuer();
    return Map.of(
        "registry.url", "http://localhost:" + registry.port(),
        "sanctions.url", "http://localhost:" + sanctions.port(),
        "alliance.url", "http://localhost:" + alliance.port(),
        "quarkus.oidc.auth-server-url", "http://localhost:" + issuerPort,
        "quarkus.oidc.token.issuer", "https://login.example/realms/digital-trust",
        "quarkus.oidc-client.credentials.secret", "secret-of-the-gateway",
        "proxy.timeout", "2s",
        "proxy.connect-timeout", "1s",
        "proxy.max-body", "1M",
        "proxy.max-stream", "300M");
  }

  @Override
  public void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(
        this, new TestInjector.AnnotatedAndMatchesType(Given.class, Neighbours.class));
  }

  /** The registry. */
  public Neighbour registry() {
    return registry;
  }

  /** Sanctions. */
  public Neighbour sanctions() {
    return sanctions;
  }

  /** The alliance. */
  public Neighbour alliance() {
    return alliance;
  }

  /** Starts the issuer, on the same port as before if there was one. */
  public void startIssuer() {
    issuer = vertx.createHttpServer().requestHandler(this::issue);
    issuerPort =
        issuer.listen(issuerPort).toCompletionStage().toCompletableFuture().join().actualPort();
  }

  /** Stops the issuer. */
  public void stopIssuer() {
    issuer.close().toCompletionStage().toCompletableFuture().join();
  }

  private void issue(HttpServerRequest request) {
    String base = "http://localhost:" + issuerPort;
    JsonObject answer =
        switch (request.path()) {
          case "/.well-known/openid-configuration" ->
              new JsonObject()
                  .put("issuer", "https://login.example/realms/digital-trust")
                  .put("jwks_uri", base + "/keys")
                  .put("token_endpoint", base + "/protocol/openid-connect/token");
          case "/keys" -> new JsonObject().put("keys", new JsonArray().add(key()));
          default ->
              new JsonObject()
                  .put("access_token", SERVICE_TOKEN)
                  .put("token_type", "Bearer")
                  .put("expires_in", 3_600);
        };
    request.response().putHeader("Content-Type", "application/json").end(answer.encode());
  }

  private static JsonObject key() {
    try {
      byte[] encoded = Base64.getDecoder().decode(Tokens.publicKey());
      var key =
          (RSAPublicKey)
              KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
      return new JsonObject()
          .put("kty", "RSA")
          .put("alg", "RS256")
          .put("use", "sig")
          .put("n", base64(key.getModulus()))
          .put("e", base64(key.getPublicExponent()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int start = bytes[0] == 0 ? 1 : 0;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(java.util.Arrays.copyOfRange(bytes, start, bytes.length));
  }
}
