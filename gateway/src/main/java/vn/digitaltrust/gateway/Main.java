package vn.digitaltrust.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import vn.digitaltrust.gateway.framing.Watch;

/** Starts the gateway. */
@QuarkusMain
public final class Main {
  private Main() {}

  /** Starts the gateway and waits for its end. */
  public static void main(String... arguments) {
    // The entrance judges the addresses of requests, and says in words what is wrong with them
    // (GATE-6); the framework would answer with a bare 400. It reads this once, when it is loaded.
    System.setProperty("vertx.disableURIValidation", "true");
    System.setProperty(Watch.PROPERTY, Watch.VALUE);
    // Snapshots of a million accounts are read in larger pieces than is usual.
    System.setProperty("jdk.httpclient.bufsize", "131072");
    Quarkus.run(arguments);
  }
}
