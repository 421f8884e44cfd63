package vn.digitaltrust.sanctions.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import vn.digitaltrust.sanctions.door.Refusal;

/**
 * The registry as this service sees it. Never called inside a transaction: its slowness must not
 * hold rows.
 */
@ApplicationScoped
public class Registry {
  private static final Logger LOG = Logger.getLogger(Registry.class);

  private final RegistryApi api;

  Registry(@RestClient RegistryApi api) {
    this.api = api;
  }

  /**
   * SAN-70: the subject with this id, before anything is written about it.
   *
   * @throws Refusal 422 when the registry does not know it or has erased it, 503 when the registry
   *     does not answer
   */
  @Timeout(value = 3, unit = ChronoUnit.SECONDS)
  @Retry(maxRetries = 2, delay = 100, jitter = 50, abortOn = Refusal.class)
  @CircuitBreaker(
      requestVolumeThreshold = 8,
      failureRatio = 0.5,
      delay = 2,
      delayUnit = ChronoUnit.SECONDS,
      skipOn = Refusal.class)
  @Fallback(fallbackMethod = "unavailable", skipOn = Refusal.class)
  public RegistrySubject require(UUID id) {
    try {
      RegistrySubject subject = api.subject(id);
      if (subject.erased()) {
        throw Refusal.rule("SAN-70", "subject.erased", id);
      }
      return subject;
    } catch (WebApplicationException answer) {
      if (answer.getResponse().getStatus() == 404) {
        throw Refusal.rule("SAN-70", "subject.unknown", id);
      }
      throw answer;
    }
  }

  RegistrySubject unavailable(UUID id, Throwable why) {
    LOG.warnf("The registry did not answer about subject %s: %s", id, why);
    throw Refusal.unavailable("registry");
  }
}
