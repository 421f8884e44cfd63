package vn.digitaltrust.door.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of a process under test; it stands still until a test moves it. */
public abstract class SettableClock extends Clock {
  private volatile Instant now;

  /** A clock that shows this instant. */
  protected SettableClock(Instant now) {
    this.now = now;
  }

  /** Puts the clock to an instant. */
  public void set(Instant instant) {
    now = instant;
  }

  /** Lets time pass. */
  public void advance(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}
