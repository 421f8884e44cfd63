package vn.digitaltrust.alliance.registry;

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
import vn.digitaltrust.door.Refusal;

/** ALL-50: the registry, asked over REST. Never called inside a transaction. */
@ApplicationScoped
public class Registry {
  private static final Logger LOG = Logger.getLogger(Registry.class);
  private static final int NOT_FOUND = 404;

  private final RegistryApi api;

  Registry(@RestClient RegistryApi api) {
    this.api = api;
  }

  /** The subject; refused with 422 when it is unknown or merged, 503 when nobody answers. */
  @Timeout(value = 3, unit = ChronoUnit.SECONDS)
  @Retry(maxRetries = 2, delay = 100, jitter = 50)
  @CircuitBreaker(
      requestVolumeThreshold = 8,
      failureRatio = 0.5,
      delay = 2,
      delayUnit = ChronoUnit.SECONDS)
  @Fallback(fallbackMethod = "unavailable")
  public Answer<RegistrySubject> ask(UUID id) {
    RegistrySubject subject;
    try {
      subject = api.subject(id);
    } catch (WebApplicationException answer) {
      if (answer.getResponse().getStatus() == NOT_FOUND) {
        return Answer.refused(Refusal.rule("ALL-50", "subject.unknown", id));
      }
      throw answer;
    }
    return subject.isMerged()
        ? Answer.refused(Refusal.rule("ALL-51", "subject.merged", id, subject.canonicalId()))
        : Answer.of(subject);
  }

  Answer<RegistrySubject> unavailable(UUID id, Throwable why) {
    LOG.warnf("The registry did not answer about subject %s: %s", id, why);
    return Answer.refused(Refusal.unavailable("registry"));
  }
}
