package vn.digitaltrust.alliance.sanctions;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.oidc.client.OidcClient;
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
import vn.digitaltrust.journal.ServiceToken;

/** Sanctions, asked over REST. Never called inside a transaction. */
@ApplicationScoped
public class Sanctions {
  private static final Logger LOG = Logger.getLogger(Sanctions.class);
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;
  private static final int PAGE = 200;

  private final SanctionsApi api;
  private final ServiceToken token;

  Sanctions(@RestClient SanctionsApi api, OidcClient issuer) {
    this.api = api;
    this.token = new ServiceToken(issuer);
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
        String from = cursor;
        page = token.ask(authorization -> api.measures(authorization, subject, PAGE, from));
      } catch (WebApplicationException answer) {
        if (answer.getResponse().getStatus() == NOT_FOUND) {
          return Answer.of(List.of());
        }
        if (answer.getResponse().getStatus() == UNAUTHORIZED) {
          return unavailable(subject, answer); // sanctions is there, so the circuit stays closed
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
