package vn.digitaltrust.gateway.trust;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
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
import java.util.UUID;
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
  private static final String[] JOURNALS = {"registry", "sanctions", "alliance"};

  private final int accounts;
  private final Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final Map<String, List<Double>> measured = new LinkedHashMap<>();
  private final Map<String, Long> heads = new LinkedHashMap<>();

  private TrustIndexBenchmark(int accounts, Path folder) {
    this.accounts = accounts;
    this.folder = folder;
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
    for (int number : numbers) {
      Path folder = Files.createTempDirectory("trust-index");
      try {
        new TrustIndexBenchmark(number, folder).run();
      } finally {
        for (String journal : JOURNALS) {
          Files.deleteIfExists(folder.resolve(journal));
        }
        Files.delete(folder);
      }
    }
    System.exit(0);
  }

  private void run() throws Exception {
    write();
    HttpServer server = vertx.createHttpServer().requestHandler(this::serve);
    int port = server.listen(0).toCompletionStage().toCompletableFuture().get().actualPort();
    URI origin = URI.create("http://localhost:" + port);
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    long before = used();
    long begun = System.nanoTime();
    TrustIndex index =
        new TrustIndex(new Token(), meters, Clock.systemUTC(), origin, origin, origin);
    index.start(null);
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
    index.stop(null);
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }

  // ---- The neighbours

  private void write() throws IOException {
    int subjects = Math.max(1, accounts / 2);
    heads.put("registry", (long) subjects + accounts);
    heads.put("sanctions", subjects / 100L);
    heads.put("alliance", 2L * (subjects / 20));
    try (BenchmarkJournal registry = journal("registry");
        BenchmarkJournal sanctions = journal("sanctions");
        BenchmarkJournal alliance = journal("alliance")) {
      for (int i = 0; i < subjects; i++) {
        UUID subject = id(1, i);
        registry.entry("subject", subject, subject, BenchmarkStates.subject(subject, i));
        if (i % 100 == 99) {
          UUID limit = id(2, i);
          sanctions.entry("measure", subject, limit, BenchmarkStates.limit(limit, subject));
        }
        if (i % 20 == 19) {
          UUID member = id(3, i);
          alliance.entry(
              "membership", subject, member, BenchmarkStates.membership(member, subject));
          UUID mark = id(4, i);
          alliance.entry(
              "certificate", subject, mark, BenchmarkStates.certificate(mark, subject, i));
        }
      }
      for (int i = 0; i < accounts; i++) {
        UUID account = id(5, i);
        UUID subject = id(1, i % subjects);
        registry.entry("account", subject, account, BenchmarkStates.account(account, subject, i));
      }
    }
  }

  private BenchmarkJournal journal(String name) throws IOException {
    return new BenchmarkJournal(folder.resolve(name), name, heads.get(name));
  }

  /** Ids that sort by time as real ones do. */
  private static UUID id(int kind, int number) {
    Random random = new Random(kind * 1_000_000_007L + number);
    long high = 0x0193a5d0_0000_7000L + ((long) number << 16) | random.nextInt() & 0xfff;
    return new UUID(high, random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L);
  }

  private void serve(HttpServerRequest request) {
    String[] path = request.path().split("/");
    if (path[3].equals("snapshot")) {
      request.response().sendFile(folder.resolve(path[1]).toString());
      return;
    }
    String head =
        "{\"head\":{\"position\":%d,\"hash\":\"%s\"}}\n"
            .formatted(heads.get(path[1]), BenchmarkJournal.HEAD_HASH);
    vertx.setTimer(1_000, quiet -> request.response().end(head));
  }

  private static final class Token extends FollowerToken {
    Token() {
      super(null, Clock.systemUTC());
    }

    @Override
    synchronized String get() {
      return "benchmark";
    }
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
    Batch batch = new Batch(checks, mapper);
    Random random = new Random(42);
    List<CheckRequest> requests = new ArrayList<>();
    StringBuilder json = new StringBuilder("{\"territory\":\"79\",\"checks\":[");
    for (int i = 0; i < BATCH; i++) {
      int account = i % 20 == 0 ? accounts + i : random.nextInt(accounts);
      String platform = BenchmarkStates.platform(account);
      String handle = BenchmarkStates.handle(account);
      requests.add(
          new CheckRequest(platform, handle, null, null, null, null, null, "79", null, null));
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
