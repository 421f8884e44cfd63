package vn.digitaltrust.sanctions.registry;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.door.holder.Hold;
import vn.digitaltrust.door.holder.Holder;
import vn.digitaltrust.journal.DatabasePosition;
import vn.digitaltrust.journal.ServiceToken;

/** SAN-123: this service as one whom the registry asks before it erases a person. */
@Singleton
public class ErasureHolder extends Holder {
  private static final Logger LOG = Logger.getLogger(ErasureHolder.class);

  /** Of the hold that is placed before a case or a decision. */
  private static final String BEGUN = "PROCEDURE";

  private static final int TRIES = 3;

  private final Registry registry;
  private final Subjects subjects;
  private final Writing writing;
  private final Instance<Holding> holdings;

  ErasureHolder(
      EntityManager database,
      DatabasePosition position,
      @ConfigProperty(name = "registry.url") URI origin,
      OidcClient client,
      Clock clock,
      @ConfigProperty(name = "sanctions.holds.look-again") Duration lookAgain,
      Registry registry,
      Subjects subjects,
      Writing writing,
      Instance<Holding> holdings) {
    super(database, position, origin, new ServiceToken(client), clock, lookAgain, BEGUN);
    this.registry = registry;
    this.subjects = subjects;
    this.writing = writing;
    this.holdings = holdings;
  }

  @Scheduled(
      every = "{sanctions.holds.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void answer() {
    answerDue();
  }

  /** The longest of all holds. Nobody begins anything about the person meanwhile. */
  @Override
  protected Optional<Hold> holdOn(UUID subject, Instant now) {
    Set<UUID> same = subjects.sameAs(subject);
    writing.stop(same);
    return holdings.stream()
        .flatMap(holding -> holding.on(same, now).stream())
        .max(Comparator.comparing(Hold::until).thenComparing(Hold::code));
  }

  /**
   * SAN-124: asks the registry for a subject about whom a case or a decision is about to begin, and
   * places the hold if an erasure is asked for. Never called inside a transaction.
   */
  public Answer ask(UUID subject) {
    for (int tries = 0; tries < TRIES; tries++) {
      Answer known = registry.ask(subject);
      UUID request = known.erasureRequest();
      if (request == null) {
        return known;
      }
      try {
        if (place(request, subject)) {
          return known;
        }
      } catch (RuntimeException e) {
        LOG.warnf("No hold could be placed on request %s: %s", request, e);
        return Answer.refused(Refusal.unavailable("registry"));
      }
    }
    return Answer.refused(Refusal.unavailable("registry"));
  }
}
