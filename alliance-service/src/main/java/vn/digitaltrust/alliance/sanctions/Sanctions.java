package vn.digitaltrust.alliance.sanctions;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import vn.digitaltrust.alliance.registry.Answer;
import vn.digitaltrust.door.Refusal;

/** Sanctions, asked over REST. Never called inside a transaction. */
@ApplicationScoped
public class Sanctions {
  private static final Logger LOG = Logger.getLogger(Sanctions.class);
  private static final int NOT_FOUND = 404;
  private static final int PAGE = 200;

  private final SanctionsApi api;

  Sanctions(@RestClient SanctionsApi api) {
    this.api = api;
  }

  /** The measures about a subject, as of now; refused with 503 when nobody answers. */
  @Timeout(value = 5, unit = ChronoUnit.SECONDS)
  @Retry(maxRetries = 2, delay = 100, jitter = 50)
  @CircuitBreaker(
      requestVolumeThreshold = 8,
      failureRatio = 0.5,
      delay = 2,
      delayUnit = ChronoUnit.SECONDS)
  @Fallback(fallbackMethod = "unavailable")
  public Answer<List<Measure>> measures(UUID subject) {
    List<Measure> measures = new ArrayList<>();
    String cursor = null;
    do {
      JsonNode page;
      try {
        page = api.measures(subject, PAGE, cursor);
      } catch (WebApplicationException answer) {
        if (answer.getResponse().getStatus() == NOT_FOUND) {
          return Answer.of(List.of());
        }
        throw answer;
      }
      if (!page.path("items").isArray()) {
        throw new IllegalStateException("not a page of measures");
      }
      for (JsonNode item : page.get("items")) {
        measures.add(
            MeasureReading.of(item)
                .orElseThrow(() -> new IllegalStateException("unreadable measure")));
      }
      cursor = page.path("next").isTextual() ? page.get("next").asText() : null;
    } while (cursor != null);
    return Answer.of(List.copyOf(measures));
  }

  Answer<List<Measure>> unavailable(UUID subject, Throwable why) {
    LOG.warnf("Sanctions did not answer about subject %s: %s", subject, why);
    return Answer.refused(Refusal.unavailable("sanctions"));
  }
}
