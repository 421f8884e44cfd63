package vn.digitaltrust.gateway.door;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * UUIDs of version 7 (RFC 9562): they sort by time, which makes logs and proofs easy to find. They
 * name things and are no secrets, so a fast source of randomness is enough.
 */
public final class RequestIds {
  /** The header that carries the id of a request. */
  public static final String HEADER = "X-Request-Id";

  private RequestIds() {}

  /** A new id. */
  public static UUID next() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long time = System.currentTimeMillis() << 16;
    long high = time | 0x7000 | (random.nextInt() & 0x0fff);
    long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
