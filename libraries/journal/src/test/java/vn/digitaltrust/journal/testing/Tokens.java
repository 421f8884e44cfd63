package vn.digitaltrust.journal.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Signs access tokens shaped like Keycloak's with a key made for this test run. Needs
 * smallrye-jwt-build on the test class path.
 */
public final class Tokens {
  private static final String PRIVATE = "digital-trust.testing.private-key";
  private static final String PUBLIC = "digital-trust.testing.public-key";

  private Tokens() {}

  /** A token with one role; its {@code sub} is made from the role's name. */
  public static String as(String role) {
    return of(UUID.nameUUIDFromBytes(role.getBytes()).toString(), role).sign();
  }

  /**
   * The token of one of the suite's own services, by its client id: {@code alliance-service}. What
   * it may read of a journal follows from that (JRN-17).
   */
  public static String service(String client) {
    return of(UUID.nameUUIDFromBytes(client.getBytes()).toString(), "service")
        .claim("azp", client)
        .sign();
  }

  /** A token to be given more claims: {@code Tokens.of(sub, "kol").claim("subject_id", id)}. */
  public static Token of(String sub, String... roles) {
    return new Token(sub, List.of(roles));
  }

  /** The public key in Base64, as {@code quarkus.oidc.public-key} wants it. */
  public static String publicKey() {
    keys();
    return System.getProperty(PUBLIC);
  }

  /** A token under construction. */
  public static final class Token {
    private final JwtClaimsBuilder claims;

    private Token(String sub, List<String> roles) {
      claims =
          Jwt.issuer("https://login.example/realms/digital-trust")
              .subject(sub)
              .audience("digital-trust-api")
              .claim("typ", "Bearer")
              .claim("azp", "tests")
              .claim("realm_access", Map.of("roles", roles))
              .expiresIn(3_600);
    }

    /** Adds a claim; ids are written as text. */
    public Token claim(String name, Object value) {
      claims.claim(name, value instanceof UUID id ? id.toString() : value);
      return this;
    }

    /** Replaces the audience, to make a token that is meant for somebody else. */
    public Token audience(String audience) {
      claims.audience(audience);
      return this;
    }

    /** Makes it expire that many seconds from now; negative: it has expired. */
    public Token expiresIn(long seconds) {
      claims.issuedAt(java.time.Instant.now().getEpochSecond() + Math.min(0, seconds) - 60);
      claims.expiresAt(java.time.Instant.now().getEpochSecond() + seconds);
      return this;
    }

    /** The signed token. */
    public String sign() {
      return claims
          .jws()
          .algorithm(io.smallrye.jwt.algorithm.SignatureAlgorithm.RS256)
          .sign(privateKey());
    }

    /** The signed token. */
    @Override
    public String toString() {
      return sign();
    }
  }

  private static PrivateKey privateKey() {
    keys();
    try {
      byte[] encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE));
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Kept as system properties, since Quarkus loads test classes by more than one class loader. */
  private static void keys() {
    synchronized (System.getProperties()) {
      if (System.getProperty(PRIVATE) != null) {
        return;
      }
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        Base64.Encoder encoder = Base64.getEncoder();
        System.setProperty(PUBLIC, encoder.encodeToString(pair.getPublic().getEncoded()));
        System.setProperty(PRIVATE, encoder.encodeToString(pair.getPrivate().getEncoded()));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
