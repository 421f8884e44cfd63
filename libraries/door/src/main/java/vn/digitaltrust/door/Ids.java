package vn.digitaltrust.door;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Makes ids: UUID version 7 (RFC 9562, method 1 of its section 6.2), so that keys of new rows lie
 * side by side and ids of one process sort as they were made. They name things and are no secrets.
 */
public final class Ids {
  /** The one form of an id in text. */
  static final Pattern FORM = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Random bytes in stock: asked for eight at a time they would cost more than a trust check. */
  private static final ThreadLocal<ByteBuffer> STOCK =
      ThreadLocal.withInitial(() -> ByteBuffer.allocate(4096).limit(0));

  /** Milliseconds and the 12 bits that count within one. */
  private static final AtomicLong LAST = new AtomicLong();

  private Ids() {}

  /** A new id of this millisecond, or of the next when the clock stands still or went back. */
  public static UUID next(Instant now) {
    long asked = now.toEpochMilli() << 12;
    long taken = LAST.updateAndGet(last -> Math.max(last + 1, asked));
    long high = taken >>> 12 << 16 | 0x7000L | taken & 0xfffL;
    long low = random() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /** Whether a text is an id in its one form; the runtime would read {@code 1-1-1-1-1} as well. */
  public static boolean isId(String text) {
    return text != null && FORM.matcher(text).matches();
  }

  private static long random() {
    ByteBuffer stock = STOCK.get();
    if (!stock.hasRemaining()) {
      RANDOM.nextBytes(stock.array());
      stock.clear();
    }
    return stock.getLong();
  }
}
