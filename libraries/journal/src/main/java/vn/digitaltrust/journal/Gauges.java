package vn.digitaltrust.journal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.util.function.Supplier;

/** Shows numbers to Micrometer where it is on the class path, and to nobody where it is not. */
final class Gauges {
  private static final boolean PRESENT = present();

  private Gauges() {}

  /** Shows a number until what is returned is run. */
  static Runnable show(String name, String tag, String value, Supplier<Number> number) {
    if (!PRESENT) {
      return () -> {};
    }
    Gauge gauge = Gauge.builder(name, number).tag(tag, value).register(Metrics.globalRegistry);
    return () -> Metrics.globalRegistry.remove(gauge);
  }

  /** Counts one more. */
  static void count(String name, String tag, String value) {
    if (PRESENT) {
      Metrics.counter(name, tag, value).increment();
    }
  }

  private static boolean present() {
    try {
      Class.forName("io.micrometer.core.instrument.Metrics", false, Gauges.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
