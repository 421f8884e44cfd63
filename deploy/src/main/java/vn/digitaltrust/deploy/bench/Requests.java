package vn.digitaltrust.deploy.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.digitaltrust.deploy.sample.SampleAccounts.Named;

/** Requests as bytes, each with a token that is good for the load it is made for. */
final class Requests {
  /** The subjects of one batch. */
  static final int BATCH = 1_000;

  private final Supplier<String> token;
  private final List<Named> accounts;
  private final List<String> kols;

  /**
   * Requests about these.
   *
   * @param token of a caller, asked for anew for each request that is made
   * @param accounts those checked, at least as many as a batch has
   * @param kols ids of those read at the registry
   */
  Requests(Supplier<String> token, List<Named> accounts, List<String> kols) {
    this.token = token;
    this.accounts = accounts;
    this.kols = kols;
  }

  /** One check of each account at this path. */
  List<byte[]> checks(String path) {
    return gets(
        accounts.stream()
            .map(it -> "%s?platform=%s&handle=%s".formatted(path, it.platform(), it.handle())));
  }

  /** One read of each KOL. */
  List<byte[]> reads() {
    return gets(kols.stream().map("/registry/v1/kols/"::concat));
  }

  /** Batches in JSON of all accounts, as far as they fill one. */
  List<byte[]> batches() {
    return batches(subjects -> "{\"checks\":[" + String.join(",", subjects) + "]}")
        .map(body -> post("application/json", body))
        .toList();
  }

  /** The same batches in lines. */
  List<byte[]> lines() {
    return batches(subjects -> String.join("\n", subjects) + "\n")
        .map(body -> post("application/x-ndjson", body))
        .toList();
  }

  private Stream<String> batches(Function<List<String>, String> body) {
    List<String> all = subjects();
    return IntStream.range(0, all.size() / BATCH)
        .mapToObj(i -> body.apply(all.subList(i * BATCH, (i + 1) * BATCH)));
  }

  private List<String> subjects() {
    return accounts.stream()
        .map(it -> "{\"platform\":\"%s\",\"handle\":\"%s\"}".formatted(it.platform(), it.handle()))
        .toList();
  }

  private List<byte[]> gets(Stream<String> targets) {
    return targets
        .map(target -> bytes("GET " + target + " HTTP/1.1\r\n" + headers() + "\r\n"))
        .toList();
  }

  private byte[] post(String type, String body) {
    return bytes(
        "POST /trust/v1/checks HTTP/1.1\r\n%sContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(headers(), type, bytes(body).length, body));
  }

  private String headers() {
    return "Host: localhost\r\nAccept: */*\r\nAuthorization: Bearer " + token.get() + "\r\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
