package vn.digitaltrust.gateway.trust;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures the trust index in process: how long three snapshots take to load over HTTP, every hash
 * verified; what an account costs in memory, all that belongs to it included; and how many checks
 * are made a second. Every round measures everything once; the first only warms up. Prints medians
 * and ranges. Arguments: numbers of accounts.
 *
 * <p>Two accounts belong to a registered KOL; half of the second ones have the platform's id as
 * well. One KOL in 100 has an engagement limit, one in 20 a membership and a certificate. One check
 * in 20 is about nobody.
 */
public final class TrustIndexBenchmark {
  private static final int[] ACCOUNTS = {5_000, 300_000, 1_000_000};
  private static final int ROUNDS = 5;
  private static final long NANOS = 1_500_000_000L;
  private static final int BATCH = 10_000;

  private final int accounts;
  private final Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final Map<String, List<Double>> measured = new LinkedHashMap<>();
  private final ObjectNode json;

  private TrustIndexBenchmark(int accounts, Path folder, ObjectNode json) {
    this.accounts = accounts;
    this.folder = folder;
    this.json = json;
  }

  /** Takes about half a minute and a minute more for a million accounts. */
  public static void main(String[] arguments) throws Exception {
    int[] numbers =
        arguments.length == 0
            ? ACCOUNTS
            : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
    System.out.printf(
        "%d rounds of %.1f s, interleaved, after one to warm up; %d processors, Java %s%n",
        ROUNDS,
        NANOS / 1e9,
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"));
    ObjectNode json = new ObjectMapper().createObjectNode();
    for (int number : numbers) {
      Path folder = Files.createTempDirectory("trust-index");
      try {
        new TrustIndexBenchmark(number, folder, json.putObject(Integer.toString(number))).run();
      } finally {
        BenchmarkNeighbours.delete(folder);
      }
    }
    Path file = Path.of("gateway/target/trust-index.json");
    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), json);
    System.out.printf("%nAll values: %s%n", file);
    System.exit(0);
  }

  private void run() throws Exception {
    BenchmarkNeighbours neighbours = new BenchmarkNeighbours(folder, accounts, vertx);
    neighbours.write();
    URI origin = neighbours.listen();
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    long before = used();
    long begun = System.nanoTime();
    TrustIndex index =
        new TrustIndex(() -> "benchmark", meters, Clock.systemUTC(), origin, origin, origin);
    index.start();
    while (!index.loaded()) {
      Thread.sleep(1);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    double bytes = (used() - before) / (double) accounts;
    System.out.printf(
        Locale.ROOT,
        "%n%,d accounts: loaded in %.2f s, %.0f bytes each%n",
        accounts,
        seconds,
        bytes);
    measure(new Checks(index, Clock.systemUTC(), meters, Duration.ofSeconds(30)));
    measured.forEach((what, values) -> System.out.printf("%-42s %32s%n", what, show(values)));
    json.put("secondsToLoad", seconds).put("bytesPerAccount", bytes);
    measured.forEach((what, values) -> values.forEach(json.putArray(what)::add));
    index.stop();
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }

  private static long used() throws InterruptedException {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 4; i++) {
      System.gc();
      Thread.sleep(100);
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }

  // ---- The checks

  private void measure(Checks checks) throws Exception {
    ObjectMapper mapper = mapper();
    Batch batch = new Batch(checks, null, mapper, Duration.ofSeconds(30));
    Random random = new Random(42);
    List<CheckRequest> requests = new ArrayList<>();
    StringBuilder json = new StringBuilder("{\"territory\":\"2025:79\",\"checks\":[");
    for (int i = 0; i < BATCH; i++) {
      int account = i % 20 == 0 ? accounts + i : random.nextInt(accounts);
      String platform = BenchmarkStates.platform(account);
      String handle = BenchmarkStates.handle(account);
      requests.add(
          new CheckRequest(platform, handle, null, null, null, null, null, "2025:79", null, null));
      json.append(i == 0 ? "" : ",")
          .append("{\"platform\":\"%s\",\"handle\":\"%s\"}".formatted(platform, handle));
    }
    byte[] body = json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    List<ChecksReader.Asked> asked =
        requests.stream().map(request -> new ChecksReader.Asked(request, null)).toList();
    CheckRequest common =
        new CheckRequest(null, null, null, null, null, null, null, null, null, null);
    int processors = Runtime.getRuntime().availableProcessors();
    for (int round = 0; round <= ROUNDS; round++) {
      if (round == 1) {
        measured.clear();
      }
      for (int threads = 1; threads <= processors; threads += Math.max(1, processors - 1)) {
        String by = threads == 1 ? ", 1 thread" : ", " + threads + " threads";
        note("single checks/s" + by, threads, () -> single(checks, requests));
        note("batch subjects/s" + by, threads, () -> answered(batch, asked, common));
        note("batch subjects/s, JSON to JSON" + by, threads, () -> whole(batch, mapper, body));
      }
    }
  }

  private static int single(Checks checks, List<CheckRequest> requests) {
    int found = 0;
    for (CheckRequest request : requests) {
      found += checks.answer(request).subject() == null ? 0 : 1;
    }
    return found;
  }

  private static int answered(Batch batch, List<ChecksReader.Asked> asked, CheckRequest common) {
    int found = 0;
    var items = batch.results(asked, common, null);
    while (items.hasNext()) {
      found += items.next().check().subject() == null ? 0 : 1;
    }
    return found;
  }

  private static int whole(Batch batch, ObjectMapper mapper, byte[] body) throws IOException {
    Batch.Request request = batch.read(new ByteArrayInputStream(body));
    CheckRequest common =
        new CheckRequest(null, null, null, null, null, null, null, request.territory(), null, null);
    mapper.writeValue(
        OutputStream.nullOutputStream(),
        new Batch.Answers(() -> batch.results(request.checks(), common, null)));
    return request.checks().size();
  }

  private void note(String what, int threads, Callable<Integer> batch) throws Exception {
    ExecutorService running = Executors.newFixedThreadPool(threads);
    long begun = System.nanoTime();
    List<Future<Long>> counts = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      counts.add(
          running.submit(
              () -> {
                long count = 0;
                while (System.nanoTime() - begun < NANOS) {
                  if (batch.call() == 0) {
                    throw new IllegalStateException("nobody was found");
                  }
                  count += BATCH;
                }
                return count;
              }));
    }
    long made = 0;
    for (Future<Long> count : counts) {
      made += count.get();
    }
    double perSecond = made * 1e9 / (System.nanoTime() - begun);
    running.shutdown();
    measured.computeIfAbsent(what, key -> new ArrayList<>()).add(perSecond);
  }

  /** Reads and writes as the gateway does, as strictly. */
  private static ObjectMapper mapper() throws ReflectiveOperationException {
    ObjectMapper mapper = new ObjectMapper().findAndRegisterModules();
    mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    var strict = Class.forName("vn.digitaltrust.gateway.door.StrictJson").getDeclaredConstructor();
    strict.setAccessible(true);
    ((ObjectMapperCustomizer) strict.newInstance()).customize(mapper);
    return mapper;
  }

  private static String show(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%,.0f (%,.0f–%,.0f)",
        sorted[sorted.length / 2],
        sorted[0],
        sorted[sorted.length - 1]);
  }
}
