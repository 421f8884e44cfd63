package vn.digitaltrust.deploy.suite;

import java.util.Arrays;
import java.util.List;

/** One process of the suite, in the order in which they need each other. */
public enum Part {
  POSTGRES("postgresql", "POSTGRES_PORT", 5480, 0),
  KEYCLOAK("keycloak", "KEYCLOAK_PORT", 8180, 384),
  REGISTRY("registry-service", "REGISTRY_PORT", 8081, 256),
  SANCTIONS("sanctions-service", "SANCTIONS_PORT", 8082, 224),
  ALLIANCE("alliance-service", "ALLIANCE_PORT", 8083, 192),
  GATEWAY("gateway", "GATEWAY_PORT", 8080, 320);

  private final String label;
  private final String portVariable;
  private final int defaultPort;
  private final int heapMegabytes;

  Part(String label, String portVariable, int defaultPort, int heapMegabytes) {
    this.label = label;
    this.portVariable = portVariable;
    this.defaultPort = defaultPort;
    this.heapMegabytes = heapMegabytes;
  }

  /** The name people see; for the services also their folder in the checkout. */
  public String label() {
    return label;
  }

  /** The environment variable that moves this part to another port. */
  public String portVariable() {
    return portVariable;
  }

  /** The port without that variable. */
  public int defaultPort() {
    return defaultPort;
  }

  /**
   * How the heap of a JVM is laid out that runs this part. That of the gateway may grow with its
   * index, to a quarter of the machine's memory. The gateway makes much that nobody needs a moment
   * later; with room for it the collector stops it about once a second under full load. That
   * collector puts what belongs together side by side, as the serial one does not: in an index of a
   * million accounts less memory is waited for.
   */
  public List<String> heap() {
    return this == GATEWAY
        ? List.of(
            "-Xms192m",
            "-Xmn128m",
            "-Xmx%dm".formatted(gatewayMegabytes(FreeMemory.machineMegabytes())),
            "-XX:+UseTransparentHugePages",
            "-XX:+UseParallelGC",
            "-XX:ParallelGCThreads=1")
        : List.of("-Xms32m", "-Xmx%dm".formatted(heapMegabytes), "-XX:+UseSerialGC");
  }

  /**
   * Upper bound of the gateway's heap on a machine with so much memory: 320 MB hold some 300,000
   * accounts, 1 GB, of a machine with 4, holds two million twice, as a reload needs.
   */
  static long gatewayMegabytes(long machineMegabytes) {
    return Math.max(GATEWAY.heapMegabytes, machineMegabytes / 4);
  }

  /** Upper bound of the Java heap in MiB, of the gateway's the least; 0 where there is none. */
  public int heapMegabytes() {
    return heapMegabytes;
  }

  /**
   * {@code registry}, {@code sanctions} or {@code alliance}: database, roles and first path
   * segment.
   */
  public String shortName() {
    return label.replace("-service", "");
  }

  /** The three services that own a database and the gateway: those built in this checkout. */
  public static List<Part> built() {
    return List.of(REGISTRY, SANCTIONS, ALLIANCE, GATEWAY);
  }

  /** The three services that own a database, in the order of the data's way. */
  public static List<Part> services() {
    return List.of(REGISTRY, SANCTIONS, ALLIANCE);
  }

  /** Finds a part by its label. */
  public static Part byLabel(String label) {
    return Arrays.stream(values())
        .filter(part -> part.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new Failure(
                    "There is no part \"%s\". Parts: %s."
                        .formatted(
                            label,
                            String.join(", ", Arrays.stream(values()).map(Part::label).toList()))));
  }
}
