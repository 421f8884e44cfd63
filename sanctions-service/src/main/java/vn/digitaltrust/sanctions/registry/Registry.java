package vn.digitaltrust.sanctions.registry;

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

/**
 * The registry as this service sees it. Never called inside a transaction: its slowness must not
 * hold rows.
 */
@ApplicationScoped
public class Registry {
  private static final Logger LOG = Logger.getLogger(Registry.class);

  private final RegistryApi api;
  private final ServiceToken token;

  Registry(@RestClient RegistryApi api, OidcClient issuer) {
    this.api = api;
    this.token = new ServiceToken(issuer);
  }

  /**
   * SAN-70: asks for a subject before anything is written about it. Whether it may be written about
   * shows when the answer is looked at.
   */
  @Timeout(value = 3, unit = ChronoUnit.SECONDS)
  @Retry(maxRetries = 2, delay = 100, jitter = 50)
  @CircuitBreaker(
      requestVolumeThreshold = 8,
      failureRatio = 0.5,
      delay = 2,
      delayUnit = ChronoUnit.SECONDS)
  @Fallback(fallbackMethod = "unavailable")
  public Answer ask(UUID id) {
    try {
      RegistrySubject subject = token.ask(authorization -> api.subject(authorization, id));
      return subject.erased()
          ? Answer.refused(Refusal.rule("SAN-70", "subject.erased", id))
          : Answer.of(subject);
    } catch (WebApplicationException answer) {
      if (answer.getResponse().getStatus() == 404) {
        return Answer.refused(Refusal.rule("SAN-70", "subject.unknown", id));
      }
      if (answer.getResponse().getStatus() == 401) {
        return unavailable(id, answer); // the registry is there, so the circuit stays closed
      }
      throw answer;
    }
  }

  /**
   * SAN-140: asks whether one subject speaks for another now. Nothing of the answer is kept.
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
  public RegistrySpeaking speaks(UUID subject, UUID representative, Purpose purpose, UUID caseId) {
    return token.ask(
        authorization -> api.speaking(authorization, subject, representative, purpose, caseId));
  }

  RegistrySpeaking silent(
      UUID subject, UUID representative, Purpose purpose, UUID caseId, Throwable why) {
    LOG.warnf("The registry did not answer who speaks for subject %s: %s", subject, why);
    throw Refusal.unavailable("registry");
  }

  Answer unavailable(UUID id, Throwable why) {
    LOG.warnf("The registry did not answer about subject %s: %s", id, why);
    return Answer.refused(Refusal.unavailable("registry"));
  }
}
