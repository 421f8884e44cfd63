package vn.digitaltrust.deploy.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.keycloak.Tokens;
import vn.digitaltrust.deploy.suite.Failure;
import vn.digitaltrust.deploy.suite.Settings;

/** Imports fictional KOLs through the gateway, some hundred lines a request; safe to repeat. */
public final class SampleLoader {
  private static final int LINES = 500;
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
   * @return how many lines had each outcome
   */
  public Map<String, Long> load(long count, Consumer<Long> progress) {
    Map<String, Long> outcomes = new TreeMap<>();
    for (long from = 1; from <= count; from += LINES) {
      long to = Math.min(count, from + LINES - 1);
      batch(from, to).forEach((outcome, lines) -> outcomes.merge(outcome, lines, Long::sum));
      progress.accept(to);
    }
    return outcomes;
  }

  private Map<String, Long> batch(long from, long to) {
    Http.Answer answer =
        Http.method("POST", settings.gateway("/registry/v1/imports"))
            .patience(PATIENCE)
            .bearer(tokens.of("registrar-mai"))
            .header("Accept", "application/x-ndjson")
            .header("Idempotency-Key", "sample-%d-%d-%d".formatted(seed, from, to))
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
    return outcomes(answer.body().lines().toList(), to - from + 1);
  }

  private static String line(SampleKol kol) {
    try {
      return Http.JSON.writeValueAsString(kol) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Long> outcomes(List<String> lines, long expected) {
    Map<String, Long> outcomes = new TreeMap<>();
    try {
      for (String line : lines) {
        JsonNode result = Http.JSON.readTree(line);
        outcomes.merge(result.path("status").asText(), 1L, Long::sum);
      }
    } catch (JsonProcessingException e) {
      throw new Failure("The registry's answer to the import is not NDJSON.", e);
    }
    if (lines.size() != expected) {
      throw new Failure(
          "The registry answered %d of %d imported lines.".formatted(lines.size(), expected));
    }
    return outcomes;
  }
}
