package vn.digitaltrust.deploy.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import vn.digitaltrust.deploy.suite.Part;
import vn.digitaltrust.deploy.suite.Settings;

/**
 * Ports that nobody listens on. They lie below those that a system gives to outgoing connections,
 * and each process that runs tests has a range of its own, so that none is taken by somebody else
 * between its choice and its use.
 */
public final class FreePorts {
  private static final int LOWEST = 20_000;
  private static final int RANGE = 1_000;
  private static final AtomicInteger NEXT = new AtomicInteger();

  private FreePorts() {}

  /** One per part, by its variable; never the same again. */
  public static Map<String, String> forAllParts() {
    Map<String, String> ports = new HashMap<>();
    for (Part part : Part.values()) {
      ports.put(part.portVariable(), Integer.toString(next()));
    }
    ports.put(Settings.MANAGEMENT_VARIABLE, Integer.toString(next()));
    return ports;
  }

  private static int next() {
    int first = LOWEST + RANGE * (RunningSuite.process() - 1);
    for (int tried = 0; tried < RANGE; tried++) {
      int port = first + NEXT.getAndIncrement() % RANGE;
      try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return free.getLocalPort();
      } catch (IOException taken) {
        // the next one, then
      }
    }
    throw new IllegalStateException("no port is free from " + first);
  }
}
