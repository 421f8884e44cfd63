package vn.digitaltrust.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** PROXY-9. */
class CircuitTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10); // clocks may overflow
  private final Circuit circuit = new Circuit(3, Duration.ofNanos(100), now::get);

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      assertTrue(circuit.lets());
      circuit.failed();
    }
  }

  @Test
  @DisplayName("Some failures in a row open it, fewer do not, and a success starts the count anew")
  void opens() {
    fail(2);
    assertTrue(circuit.lets());
    circuit.succeeded();
    fail(3);
    assertFalse(circuit.lets());
    assertTrue(circuit.isOpen());
  }

  @Test
  @DisplayName("After the pause one may try; the others wait for the outcome or the next pause")
  void tries() {
    fail(3);
    now.addAndGet(100);
    assertTrue(circuit.lets());
    assertFalse(circuit.lets());
    now.addAndGet(100);
    assertTrue(circuit.lets(), "whoever tried never came back");
  }

  @Test
  @DisplayName("A try that fails keeps it open, one that succeeds closes it")
  void closes() {
    fail(3);
    now.addAndGet(100);
    fail(1);
    assertFalse(circuit.lets());
    now.addAndGet(100);
    assertTrue(circuit.lets());
    circuit.succeeded();
    assertTrue(circuit.lets());
    assertTrue(circuit.lets());
    assertFalse(circuit.isOpen());
  }
}
