package vn.digitaltrust.door;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * DOOR-3: where a list goes on. Opaque to callers and signed together with the filter of the list,
 * so that a cursor can neither be forged nor carried over to another filter. The key is {@code
 * door.cursor.secret}, equal in all replicas.
 */
public final class Cursor {
  private static final int MAC_BYTES = 12;

  private final String filter;

  private Cursor(String filter) {
    this.filter = filter;
  }

  /**
   * A cursor for a list with this filter; the order of the values matters, absent values are null.
   */
  public static Cursor of(String list, Object... filter) {
    return new Cursor(
        Stream.concat(
                Stream.of(list),
                Arrays.stream(filter).map(value -> Objects.toString(value, "\u0000")))
            .collect(Collectors.joining("\u0001")));
  }

  /** The text to hand out for the page after this key. */
  public String after(String key) {
    byte[] text = key.getBytes(StandardCharsets.UTF_8);
    byte[] token = Arrays.copyOf(mac(key), MAC_BYTES + text.length);
    System.arraycopy(text, 0, token, MAC_BYTES, text.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /**
   * The key after which to go on.
   *
   * @param token what the caller sent, or null for the first page
   * @return the key, or null for the first page
   * @throws Refusal 400 when it was not made by this service for this filter
   */
  public String read(String token) {
    if (token == null || token.isEmpty()) {
      return null;
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      if (bytes.length > MAC_BYTES) {
        String key = new String(bytes, MAC_BYTES, bytes.length - MAC_BYTES, StandardCharsets.UTF_8);
        if (MessageDigest.isEqual(
            Arrays.copyOf(mac(key), MAC_BYTES), Arrays.copyOf(bytes, MAC_BYTES))) {
          return key;
        }
      }
    } catch (IllegalArgumentException notBase64) {
      // told below, as any other cursor that is not ours
    }
    throw Refusal.invalid("cursor", "cursor.foreign");
  }

  private byte[] mac(String key) {
    try {
      String secret = ConfigProvider.getConfig().getValue("door.cursor.secret", String.class);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(filter.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 2);
      return mac.doFinal(key.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
