package vn.digitaltrust.gateway.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.journal.testing.Metrics;
import vn.digitaltrust.journal.testing.Tokens;

/** ACCESS-1: what is not a valid token opens nothing and goes nowhere. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class TokenTest {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  @Neighbours.Given Neighbours neighbours;

  @BeforeEach
  void forget() {
    neighbours.registry().reset();
  }

  /** A name for the report, and the token. */
  record Bad(String name, String token) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Bad> bad() throws Exception {
    String good = Tokens.as("platform");
    String[] parts = good.split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String raised = BASE64.encodeToString(claims.replace("platform", "registrar").getBytes());
    KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
    keys.initialize(2048);
    byte[] publicKey = Base64.getDecoder().decode(Tokens.publicKey());
    return Stream.of(
        new Bad("expired", Tokens.of("s", "platform").expiresIn(-120).sign()),
        new Bad("for somebody else", Tokens.of("s", "platform").audience("other-api").sign()),
        new Bad("not yet valid", notYetValid(good)),
        new Bad("alg none", header("none") + "." + parts[1] + "."),
        new Bad("alg none, old signature", header("none") + "." + parts[1] + "." + parts[2]),
        new Bad("HMAC with the public key", hmac(parts[1], publicKey)),
        new Bad(
            "HMAC with the public key as PEM",
            hmac(parts[1], Tokens.publicKey().getBytes(StandardCharsets.UTF_8))),
        new Bad(
            "a stranger's key",
            claims()
                .jws()
                .algorithm(SignatureAlgorithm.RS256)
                .sign(keys.generateKeyPair().getPrivate())),
        new Bad("another issuer", Tokens.of("s", "platform").claim("iss", "https://evil").sign()),
        new Bad("changed claims", parts[0] + "." + raised + "." + parts[2]),
        new Bad("no signature", parts[0] + "." + parts[1] + "."),
        new Bad("two parts", parts[0] + "." + parts[1]),
        new Bad("nonsense", "nonsense"),
        new Bad("a dot", "."),
        new Bad("three dots", "..."),
        new Bad("four parts", good + ".x"),
        new Bad("padding", good + "="));
  }

  private static JwtClaimsBuilder claims() {
    return Jwt.issuer("https://login.example/realms/digital-trust")
        .subject("s")
        .audience("digital-trust-api")
        .claim("realm_access", Map.of("roles", List.of("platform")))
        .expiresIn(3_600);
  }

  private static String notYetValid(String good) {
    return Tokens.of("s", "platform")
        .claim("nbf", Instant.now().plusSeconds(600).getEpochSecond())
        .sign();
  }

  private static String header(String algorithm) {
    return BASE64.encodeToString(("{\"typ\":\"JWT\",\"alg\":\"" + algorithm + "\"}").getBytes());
  }

  private static String hmac(String claims, byte[] key) throws Exception {
    String signed = header("HS256") + "." + claims;
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return signed + "." + BASE64.encodeToString(mac.doFinal(signed.getBytes()));
  }

  @ParameterizedTest
  @MethodSource("bad")
  @DisplayName("A bad token is refused with 401, and nothing is passed on")
  void refused(Bad bad) {
    for (String path :
        new String[] {"/registry/v1/kols", "/trust/v1/kols/KOL-100000011", "/trust/v1/accounts"}) {
      refuses(given().header("Authorization", "Bearer " + bad.token()), path);
    }
    assertThat(neighbours.registry().received(), empty());
  }

  @Test
  @DisplayName("ACCESS-1 The realm's own signature of another kind than RS256 is refused")
  void anotherAlgorithm() {
    String token =
        claims()
            .jws()
            .algorithm(SignatureAlgorithm.ES256)
            .keyId(Neighbours.ELLIPTIC)
            .sign(neighbours.ellipticPrivateKey());
    for (String path : new String[] {"/registry/v1/kols", "/trust/v1/kols/KOL-100000011"}) {
      refuses(given().auth().oauth2(token), path);
    }
    assertThat(neighbours.registry().received(), empty());
  }

  @Test
  @DisplayName("No token, or something else than one, is refused with 401")
  void absent() {
    for (String path : new String[] {"/registry/v1/kols", "/trust/v1/kols/KOL-100000011"}) {
      refuses(given(), path);
      refuses(given().header("Authorization", "Basic dXNlcjpzZWNyZXQ="), path);
      refuses(given().header("Authorization", "Bearer"), path);
      refuses(given().queryParam("access_token", Tokens.as("platform")), path);
      refuses(given().cookie("q_session", Tokens.as("platform")), path);
    }
    assertThat(neighbours.registry().received(), empty());
  }

  @Test
  @DisplayName("DOOR-18 However the scheme is spelt, the token is taken and remembered")
  void spelling() {
    String token = Tokens.of("speller", "platform").sign();
    for (String path : new String[] {"/registry/v1/kols", "/trust/v1/checks"}) {
      for (String scheme : new String[] {"Bearer   ", "bearer ", "BEARER "}) {
        given()
            .header("Authorization", scheme + token)
            .contentType("application/json")
            .body("{\"checks\":[]}")
            .post(path)
            .then()
            .statusCode(not(401));
      }
    }
    double hits = Metrics.value("cache_gets_total", "\"verified-tokens\"", "result=\"hit\"");
    given().header("Authorization", "BEARER  " + token).get("/registry/v1/kols");
    assertTrue(Metrics.value("cache_gets_total", "\"verified-tokens\"", "result=\"hit\"") > hits);
  }

  private static void refuses(RequestSpecification request, String path) {
    request
        .get(path)
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", startsWith("Bearer"))
        .body("type", equalTo("urn:digital-trust:problem:unauthenticated"))
        .body("status", equalTo(401));
  }

  @Test
  @DisplayName("A good token opens the way, whatever its role: the service judges roles")
  void good() {
    given().auth().oauth2(Tokens.of("s").sign()).get("/registry/v1/kols").then().statusCode(200);
  }
}
