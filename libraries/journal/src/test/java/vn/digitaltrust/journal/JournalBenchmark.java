package vn.digitaltrust.journal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.flywaydb.core.Flyway;

/**
 * Measures what the journal costs, on a PostgreSQL that writes durably. Every round measures
 * everything once, so that a slow moment of the machine touches all alike; the first round only
 * warms up. Prints medians and ranges. Arguments: rounds, seconds per measurement.
 */
public final class JournalBenchmark {
  private static final int[] WRITERS = {1, 16};
  private static final int[] SIZES = {1, 10, 100, 1_000};
  private static final String NOTE = "insert into note values (?, 'a state as large as this', 0)";

  /** About as large as the state of a registered KOL. */
  private record KolState(
      UUID id,
      String kind,
      String status,
      String registrationNumber,
      String displayName,
      String influence,
      String category,
      String homeProvince,
      UUID mergedInto) {

    static KolState of(UUID id) {
      return new KolState(
          id,
          "KOL",
          "REGISTERED",
          "KOL-0000000",
          "Nguyễn Thị Hư Cấu",
          "KOL",
          "BEAUTY",
          "2025:79",
          null);
    }
  }

  private final Standalone standalone;
  private final Duration time;
  private final Map<String, List<Double>> measured = new LinkedHashMap<>();

  private JournalBenchmark(Standalone standalone, Duration time) {
    this.standalone = standalone;
    this.time = time;
  }

  /** Runs for about half a minute per round. */
  public static void main(String[] arguments) throws Exception {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 2;
    if (rounds < 3 || seconds <= 0) {
      System.err.println("at least 3 rounds, and more than 0 seconds");
      System.exit(2);
    }
    try (EmbeddedPostgres postgres = durable().start()) {
      String url = postgres.getJdbcUrl("postgres", "postgres");
      migrate(url);
      describe(url, rounds, seconds);
      try (Standalone standalone =
          new Standalone(url, "postgres", "postgres", 20, Standalone.background("benchmark"))) {
        JournalBenchmark benchmark =
            new JournalBenchmark(standalone, Duration.ofMillis((long) (seconds * 1_000)));
        benchmark.round();
        benchmark.measured.clear();
        for (int i = 0; i < rounds; i++) {
          benchmark.round();
        }
        benchmark.print();
        benchmark.verify();
      }
    }
  }

  /** As in production: a commit is on the disk before it is answered. */
  private static EmbeddedPostgres.Builder durable() {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("shared_buffers", "256MB")
        .setServerConfig("max_wal_size", "4GB");
  }

  private static void migrate(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("create role app");
      statement.execute("create role eraser");
    }
    Flyway.configure()
        .dataSource(url, "postgres", "postgres")
        .locations("db/journal", "db/migration")
        .placeholders(Map.of("app", "app", "eraser", "eraser"))
        .load()
        .migrate();
  }

  private static void describe(String url, int rounds, double seconds) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select version(), current_setting('fsync'), current_setting('synchronous_commit')")) {
      row.next();
      System.out.printf(
          "%d rounds of %.1f s, interleaved, after one to warm up; %d processors, Java %s%n%s, fsync %s, synchronous_commit %s%n%n",
          rounds,
          seconds,
          Runtime.getRuntime().availableProcessors(),
          System.getProperty("java.version"),
          row.getString(1).replaceFirst(" on .*", ""),
          row.getString(2),
          row.getString(3));
    }
  }

  private void round() throws InterruptedException, ExecutionException {
    for (int writers : WRITERS) {
      note(writers + " plain", transactionsPerSecond(writers, 0));
      note(writers + " journal", transactionsPerSecond(writers, 1));
    }
    for (int size : SIZES) {
      note("size " + size, 1e6 / transactionsPerSecond(1, size) / size);
    }
  }

  private void note(String what, double value) {
    measured.computeIfAbsent(what, key -> new ArrayList<>()).add(value);
  }

  private double transactionsPerSecond(int writers, int entries)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    AtomicLong transactions = new AtomicLong();
    long begun = System.nanoTime();
    long end = begun + time.toNanos();
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        running.add(
            threads.submit(
                () -> {
                  while (System.nanoTime() < end) {
                    transaction(entries);
                    transactions.incrementAndGet();
                  }
                }));
      }
      for (Future<?> writer : running) {
        writer.get();
      }
    } finally {
      threads.shutdownNow();
    }
    return transactions.get() * 1e9 / (System.nanoTime() - begun);
  }

  /** One row of state and that many entries. */
  private void transaction(int entries) {
    standalone.transactions.inNew(
        () -> {
          UUID id = UUID.randomUUID();
          standalone.sql(NOTE, id);
          for (int i = 0; i < entries; i++) {
            standalone.journal.append(
                Change.of("kol.registered", id, "subject", id, i, KolState.of(id)));
          }
          return null;
        });
  }

  private void print() {
    System.out.printf("%-32s %28s %28s%n", "transactions per second", "without journal", "with it");
    for (int writers : WRITERS) {
      System.out.printf(
          "%-32s %28s %28s%n",
          writers + (writers == 1 ? " writer" : " writers"),
          show(measured.get(writers + " plain")),
          show(measured.get(writers + " journal")));
    }
    System.out.printf("%n%-32s %28s%n", "entries in a transaction", "microseconds per entry");
    for (int size : SIZES) {
      System.out.printf("%-32d %28s%n", size, show(measured.get("size " + size)));
    }
  }

  private static String show(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%,.0f (%,.0f–%,.0f)",
        Arrays.stream(sorted)
            .skip((sorted.length - 1) / 2)
            .limit(2 - sorted.length % 2)
            .average()
            .orElseThrow(),
        sorted[0],
        sorted[sorted.length - 1]);
  }

  /** What was measured was a sound journal. */
  private void verify() throws SQLException, IOException {
    try (StillReading reading = new StillReading(standalone.dataSource)) {
      Position head = JournalReader.head(reading.connection());
      Verification found = new Verifier(reading.connection(), head).range(1, head.number());
      if (!found.intact()) {
        throw new IOException("the chain is broken: " + found.broken());
      }
      System.out.printf(Locale.ROOT, "%n%,d entries written, the chain verifies%n", head.number());
    }
  }
}
