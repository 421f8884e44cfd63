package vn.digitaltrust.alliance.registry;

import io.quarkus.oidc.client.OidcClient;
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
import vn.digitaltrust.journal.ServiceToken;

/** ALL-50: the registry, asked over REST. Never called inside a transaction. */
@ApplicationScoped
public class Registry {
  private static final Logger LOG = Logger.getLogger(Registry.class);
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;

  private final RegistryApi api;
  private final ServiceToken token;

  Registry(@RestClient RegistryApi api, OidcClient issuer) {
    this.api = api;
    this.token = new ServiceToken(issuer);
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
      subject = token.ask(authorization -> api.subject(authorization, id));
    } catch (WebApplicationException answer) {
      if (answer.getResponse().getStatus() == NOT_FOUND) {
        return Answer.refused(Refusal.rule("ALL-50", "subject.unknown", id));
      }
      if (answer.getResponse().getStatus() == UNAUTHORIZED) {
        return unavailable(id, answer); // the registry is there, so the circuit stays closed
      }
      throw answer;
    }
    return subject.isMerged()
        ? Answer.refused(Refusal.rule("ALL-51", "subject.merged", id, subject.canonicalId()))
        : Answer.of(subject);
  }

  /**
   * ALL-140: asks whether one subject may apply for another now. Nothing of the answer is kept.
   *
   * @throws Refusal 503 when the registry does not answer
   */
  @Timeout(value = 3, unit = ChronoUnit.SECONDS)
  @Retry(maxRetries = 2, delay = 100, jitter = 50)
  @CircuitBreaker(
      requestVolumeThreshold = 8,
      failureRatio = 0.5,
      delay = 2,
      delayUnit = ChronoUnit.SECONDS)
  @Fallback(fallbackMethod = "silent")
  public RegistrySpeaking mayApply(UUID subject, UUID representative) {
    return token.ask(
        authorization -> api.speaking(authorization, subject, representative, "APPLY"));
  }

  RegistrySpeaking silent(UUID subject, UUID representative, Throwable why) {
    LOG.warnf("The registry did not answer who speaks for subject %s: %s", subject, why);
    throw Refusal.unavailable("registry");
  }

  Answer<RegistrySubject> unavailable(UUID id, Throwable why) {
    LOG.warnf("The registry did not answer about subject %s: %s", id, why);
    return Answer.refused(Refusal.unavailable("registry"));
  }
}
