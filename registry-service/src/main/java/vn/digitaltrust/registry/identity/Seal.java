package vn.digitaltrust.registry.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Encrypts personal ID numbers and makes them comparable (ID-2). */
@ApplicationScoped
class Seal {
  private static final String HMAC = "HmacSHA256";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final byte FORMAT = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final byte[] encryption;
  private final byte[] equality;

  Seal(@ConfigProperty(name = "registry.identity.secret") Optional<String> secret) {
    // Its absence stops the start of a production with a sentence of its own.
    var root = secret.orElseThrow().getBytes(StandardCharsets.UTF_8);
    // Two uses, two keys: neither tells anything about the other.
    this.encryption =
        hmac(root, "registry personal id: encryption".getBytes(StandardCharsets.UTF_8));
    this.equality = hmac(root, "registry personal id: equality".getBytes(StandardCharsets.UTF_8));
  }

  /** The number encrypted, readable only with the key and only as this subject's. */
  byte[] seal(UUID subject, PersonalIdNumber number) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    var text = crypt(Cipher.ENCRYPT_MODE, subject, nonce, digits(number));
    return ByteBuffer.allocate(1 + nonce.length + text.length)
        .put(FORMAT)
        .put(nonce)
        .put(text)
        .array();
  }

  /** The number that was sealed for this subject. */
  PersonalIdNumber open(UUID subject, byte[] sealed) {
    if (sealed[0] != FORMAT) {
      throw new IllegalStateException("a seal of format " + sealed[0] + " is unknown");
    }
    var nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
    var text = Arrays.copyOfRange(sealed, 1 + NONCE_BYTES, sealed.length);
    var digits = crypt(Cipher.DECRYPT_MODE, subject, nonce, text);
    return PersonalIdNumber.of(new String(digits, StandardCharsets.US_ASCII));
  }

  /** Equal for equal numbers, and of no use without the key. */
  byte[] mark(PersonalIdNumber number) {
    return hmac(equality, digits(number));
  }

  private byte[] crypt(int mode, UUID subject, byte[] nonce, byte[] text) {
    try {
      var cipher = Cipher.getInstance(CIPHER);
      cipher.init(
          mode, new SecretKeySpec(encryption, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(subject.toString().getBytes(StandardCharsets.US_ASCII));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a personal ID number cannot be sealed or opened", e);
    }
  }

  private static byte[] digits(PersonalIdNumber number) {
    return number.digits().getBytes(StandardCharsets.US_ASCII);
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
