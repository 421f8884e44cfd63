package vn.digitaltrust.gateway.proxy;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * PROXY-9: remembers that a service is not answering, so that callers are told at once instead of
 * waiting for it one by one. Closed until so many exchanges in a row have failed, then open for a
 * while; after that one exchange at a time may try, and the first that succeeds closes it.
 */
final class Circuit {
  private final int mostFailures;
  private final long pauseNanos;
  private final LongSupplier nanoTime;

  private int failures;
  private long openUntil;

  Circuit(int mostFailures, Duration pause, LongSupplier nanoTime) {
    this.mostFailures = mostFailures;
    this.pauseNanos = pause.toNanos();
    this.nanoTime = nanoTime;
  }

  /** Whether an exchange may go to the service; who is let through to try must tell the outcome. */
  synchronized boolean lets() {
    if (failures < mostFailures) {
      return true;
    }
    long now = nanoTime.getAsLong();
    if (now - openUntil < 0) {
      return false;
    }
    openUntil = now + pauseNanos; // for all but this one
    return true;
  }

  /** The service has answered, whatever it said. */
  synchronized void succeeded() {
    failures = 0;
  }

  /** The service could not be reached, or did not answer in time. */
  synchronized void failed() {
    failures = Math.min(failures + 1, mostFailures);
    openUntil = nanoTime.getAsLong() + pauseNanos;
  }

  /** Whether callers are being turned away. */
  synchronized boolean isOpen() {
    return failures >= mostFailures;
  }
}
