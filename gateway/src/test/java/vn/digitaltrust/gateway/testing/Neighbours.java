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
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import vn.digitaltrust.journal.testing.Tokens;

/** The three services and the issuer of tokens, as real HTTP servers on free ports. */
public final class Neighbours implements QuarkusTestResourceLifecycleManager {
  /** The token that the issuer gives the gateway for following journals. */
  static final String SERVICE_TOKEN = Tokens.as("service");

  /** The id of the realm's other key. */
  public static final String ELLIPTIC = "elliptic";

  private final KeyPair elliptic = makeElliptic();
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
    return Map.ofEntries(
        Map.entry("registry.url", "http://localhost:" + registry.port()),
        Map.entry("sanctions.url", "http://localhost:" + sanctions.port()),
        Map.entry("alliance.url", "http://localhost:" + alliance.port()),
        Map.entry("quarkus.oidc.auth-server-url", "http://localhost:" + issuerPort),
        Map.entry("quarkus.oidc.token.issuer", "https://login.example/realms/digital-trust"),
        Map.entry("quarkus.oidc-client.credentials.secret", "secret-of-the-gateway"),
        Map.entry("quarkus.vertx.event-loops-pool-size", "2"),
        Map.entry("proxy.timeout", "3s"),
        Map.entry("proxy.body-timeout", "3s"),
        Map.entry("proxy.connect-timeout", "1s"),
        Map.entry("proxy.circuit-pause", "500ms"),
        Map.entry("trust.batch-time", "3s"),
        Map.entry("proxy.max-body", "1M"),
        Map.entry("proxy.max-stream", "300M"),
        Map.entry("door.cors-origins", "https://desk.example,https://app.example"),
        Map.entry("limits.plans.tiny.requests", "3"),
        Map.entry("limits.plans.tiny.checks", "5"),
        Map.entry("limits.plans.tiny.window", "1h"),
        Map.entry("limits.clients.tiny-one", "tiny"),
        Map.entry("limits.plans.few.requests", "600"),
        Map.entry("limits.plans.few.checks", "5"),
        Map.entry("limits.plans.few.window", "1h"),
        Map.entry("limits.clients.few-checks", "few"));
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
          case "/keys" ->
              new JsonObject().put("keys", new JsonArray().add(key()).add(ellipticKey()));
          default ->
              new JsonObject()
                  .put("access_token", SERVICE_TOKEN)
                  .put("token_type", "Bearer")
                  .put("expires_in", 3_600);
        };
    request.response().putHeader("Content-Type", "application/json").end(answer.encode());
  }

  /** Signs with the realm's other key, of a kind that the suite does not take. */
  public PrivateKey ellipticPrivateKey() {
    return elliptic.getPrivate();
  }

  private JsonObject ellipticKey() {
    ECPoint point = ((ECPublicKey) elliptic.getPublic()).getW();
    return new JsonObject()
        .put("kty", "EC")
        .put("crv", "P-256")
        .put("alg", "ES256")
        .put("use", "sig")
        .put("kid", ELLIPTIC)
        .put("x", coordinate(point.getAffineX()))
        .put("y", coordinate(point.getAffineY()));
  }

  private static String coordinate(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[32];
    int length = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
  }

  private static KeyPair makeElliptic() {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
      keys.initialize(new ECGenParameterSpec("secp256r1"));
      return keys.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
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
