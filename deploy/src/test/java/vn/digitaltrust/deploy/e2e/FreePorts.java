package vn.digitaltrust.deploy.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.digitaltrust.deploy.suite.Part;

/** Ports that nobody listens on. */
final class FreePorts {
  private FreePorts() {}

  /** One per part, by its variable: all held together, so that no two are the same. */
  static Map<String, String> forAllParts() {
    Map<String, String> ports = new HashMap<>();
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (Part part : Part.values()) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.add(socket);
        ports.put(part.portVariable(), Integer.toString(socket.getLocalPort()));
      }
      for (ServerSocket socket : held) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ports;
  }
}
