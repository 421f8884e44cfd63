package vn.digitaltrust.deploy.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.keycloak.Tokens;
import vn.digitaltrust.deploy.suite.Failure;
import vn.digitaltrust.deploy.suite.Settings;

/** Imports fictional KOLs through the gateway, some hundred lines a request; safe to repeat. */
public final class SampleLoader {
  private static final String REGISTRAR = "registrar-mai";
  private static final int LINES = 500;
  private static final int SHOWN = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Settings settings;
  private final Tokens tokens;
  private final SampleKols kols;
  private final int seed;

  /** Loads people of this seed. */
  public SampleLoader(Settings settings, Tokens tokens, int seed) {
    this.settings = settings;
    this.tokens = tokens;
    this.seed = seed;
    this.kols = new SampleKols(seed);
  }

  /**
   * Imports the people from 1 to {@code count} that are not there yet.
   *
   * @param progress hears how many lines are done
   * @return how many of them were made now and how many were there before
   * @throws Failure if one of them is not there in the end
   */
  public Loaded load(long count, Consumer<Long> progress) {
    Loaded loaded = new Loaded(0, 0);
    for (long from = 1; from <= count; from += LINES) {
      long to = Math.min(count, from + LINES - 1);
      loaded = loaded.and(batch(from, to));
      progress.accept(to);
    }
    return loaded;
  }

  /**
   * Who is there after loading.
   *
   * @param created made now
   * @param repeated there before
   */
  public record Loaded(long created, long repeated) {
    private Loaded and(Loaded more) {
      return new Loaded(created + more.created, repeated + more.repeated);
    }
  }

  private Loaded batch(long from, long to) {
    Http.Answer answer =
        Http.method("POST", settings.gateway("/registry/v1/imports"))
            .patience(PATIENCE)
            .bearer(tokens.of(REGISTRAR))
            .header("Accept", "application/x-ndjson")
            // Of the first line only: however many follow it, a line keeps its key and its number.
            .header("Idempotency-Key", "sample-%d-%d".formatted(seed, from))
            .body(
                "application/x-ndjson",
                LongStream.rangeClosed(from, to)
                    .mapToObj(kols::number)
                    .map(SampleLoader::line)
                    .collect(Collectors.joining()))
            .send();
    if (answer.status() / 100 != 2) {
      throw new Failure(
          "The registry refused the sample data: %d %s".formatted(answer.status(), answer.body()));
    }
    List<JsonNode> results = answer.body().lines().map(SampleLoader::read).toList();
    if (results.size() != to - from + 1) {
      throw new Failure(
          "The registry answered %d of %d imported lines."
              .formatted(results.size(), to - from + 1));
    }
    return count(from, results);
  }

  private Loaded count(long from, List<JsonNode> results) {
    long created = 0;
    List<String> refused = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      String status = results.get(i).path("status").asText();
      if (status.equals("CREATED")) {
        created++;
      } else if (!status.equals("REPEATED") && !isThere(kols.number(from + i))) {
        refused.add("  KOL %d: %s".formatted(from + i, results.get(i)));
      }
    }
    if (!refused.isEmpty()) {
      throw new Failure(
          "%d of %d fictional KOLs were refused:%n%s"
              .formatted(
                  refused.size(),
                  results.size(),
                  refused.stream().limit(SHOWN).collect(Collectors.joining("%n".formatted()))));
    }
    return new Loaded(created, results.size() - created);
  }

  /**
   * Whether a refused line is only somebody loaded so long ago that the registry has forgotten the
   * key: the present holder of the first account carries the same stage name.
   */
  private boolean isThere(SampleKol kol) {
    SampleKol.Account account = kol.accounts().get(0);
    String intervals =
        "/registry/v1/accounts?limit=200&platform=%s&handle=%s"
            .formatted(account.platform(), Http.encode(account.handle()));
    for (JsonNode interval : get(intervals).path("items")) {
      if (interval.path("endsAt").isMissingNode() || interval.path("endsAt").isNull()) {
        return get("/registry/v1/kols/" + interval.path("subject").asText())
            .path("displayName")
            .asText()
            .equals(kol.stageName());
      }
    }
    return false;
  }

  private JsonNode get(String path) {
    return Http.get(settings.gateway(path)).bearer(tokens.of(REGISTRAR)).send().json();
  }

  private static String line(SampleKol kol) {
    try {
      return Http.JSON.writeValueAsString(kol) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode read(String line) {
    try {
      return Http.JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new Failure("The registry's answer to the import is not NDJSON.", e);
    }
  }
}
