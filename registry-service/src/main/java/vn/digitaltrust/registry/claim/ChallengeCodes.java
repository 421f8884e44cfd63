package vn.digitaltrust.registry.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * CLM-7: makes the code of a claim from its id and a key, so that it is kept nowhere, and a mark by
 * which the claim of a code is found. Both keys are derived from the identity secret.
 */
@ApplicationScoped
class ChallengeCodes {
  private static final String HMAC = "HmacSHA256";

  /** Base 32 without letters that are read as digits (Crockford). */
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int LENGTH = 16;

  private final byte[] codes;
  private final byte[] marks;

  ChallengeCodes(@ConfigProperty(name = "registry.identity.secret") Optional<String> secret) {
    // Its absence stops the start of a production with a sentence of its own.
    var root = secret.orElseThrow().getBytes(StandardCharsets.UTF_8);
    this.codes = hmac(root, "registry account claim: code".getBytes(StandardCharsets.UTF_8));
    this.marks = hmac(root, "registry account claim: mark".getBytes(StandardCharsets.UTF_8));
  }

  /** The code of a claim: 80 bits, such as {@code DT-7K2M-9QXA-04CD-EF5G}. */
  String of(UUID claim) {
    var bytes =
        hmac(
            codes,
            ByteBuffer.allocate(16)
                .putLong(claim.getMostSignificantBits())
                .putLong(claim.getLeastSignificantBits())
                .array());
    var code = new StringBuilder("DT");
    for (int i = 0; i < LENGTH; i++) {
      if (i % 4 == 0) {
        code.append('-');
      }
      code.append(LETTERS.charAt(bytes[i] & 31));
    }
    return code.toString();
  }

  /** Equal for equal codes however they are grouped, and of no use without the key. */
  byte[] mark(String code) {
    var bare = code.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
    return hmac(marks, bare.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hmac(byte[] key, byte[] text) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HmacSHA256", e);
    }
  }
}
