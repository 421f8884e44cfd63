package vn.digitaltrust.gateway.trust;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** The three services of a benchmark: made-up journals in files, served over HTTP. */
final class BenchmarkNeighbours {
  private static final String[] JOURNALS = {"registry", "sanctions", "alliance"};

  private final Path folder;
  private final int accounts;
  private final Vertx vertx;
  private final Map<String, Long> heads = new LinkedHashMap<>();

  BenchmarkNeighbours(Path folder, int accounts, Vertx vertx) {
    this.folder = folder;
    this.accounts = accounts;
    this.vertx = vertx;
  }

  /**
   * Serves journals of so many accounts until it is ended, for a gateway in another process: prints
   * its address when it can be asked, and then accounts from all over, as platform and handle.
   * Arguments: how many accounts, how many of them to print, the folder for the journals.
   */
  public static void main(String[] arguments) throws Exception {
    int accounts = Integer.parseInt(arguments[0]);
    int printed = Integer.parseInt(arguments[1]);
    BenchmarkNeighbours neighbours =
        new BenchmarkNeighbours(Path.of(arguments[2]), accounts, Vertx.vertx());
    neighbours.write();
    System.out.println(neighbours.listen());
    // One of each stretch, not the first: every hundredth has a limit, and none would be met.
    Random random = new Random(printed);
    int stretch = accounts / printed;
    for (int i = 0; i < printed; i++) {
      int account = i * stretch + random.nextInt(stretch);
      System.out.println(BenchmarkStates.platform(account) + " " + BenchmarkStates.handle(account));
    }
  }

  /** Listens, and tells where. */
  URI listen() throws Exception {
    int port =
        vertx
            .createHttpServer()
            .requestHandler(this::serve)
            .listen(0)
            .toCompletionStage()
            .toCompletableFuture()
            .get()
            .actualPort();
    return URI.create("http://localhost:" + port);
  }

  /** Deletes the journals of a folder, and the folder. */
  static void delete(Path folder) throws IOException {
    for (String journal : JOURNALS) {
      Files.deleteIfExists(folder.resolve(journal));
    }
    Files.delete(folder);
  }

  /** Writes the journals. */
  void write() throws IOException {
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
}
