package vn.digitaltrust.alliance.registry;

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
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.door.holder.Hold;
import vn.digitaltrust.door.holder.Holder;
import vn.digitaltrust.journal.DatabasePosition;
import vn.digitaltrust.journal.ServiceToken;

/** ALL-81, ALL-82: the alliance as one whom the registry asks before it erases a person. */
@Singleton
public class ErasureHolder extends Holder {
  private final Persons persons;
  private final NewsLock newsLock;
  private final Instance<Holding> holdings;

  ErasureHolder(
      EntityManager database,
      DatabasePosition position,
      @ConfigProperty(name = "registry.url") URI origin,
      OidcClient client,
      Clock clock,
      @ConfigProperty(name = "alliance.holds.look-again") Duration lookAgain,
      Persons persons,
      NewsLock newsLock,
      Instance<Holding> holdings) {
    super(database, position, origin, new ServiceToken(client), clock, lookAgain, "PROCEDURE");
    this.persons = persons;
    this.newsLock = newsLock;
    this.holdings = holdings;
  }

  @Scheduled(
      identity = "holds",
      every = "{alliance.holds.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void answer() {
    answerDue();
  }

  /** The longest of all holds. Nobody grants anything meanwhile. */
  @Override
  protected Optional<Hold> holdOn(UUID subject, Instant now) {
    newsLock.applyingNews();
    Set<UUID> person = persons.sameAs(subject);
    return holdings.stream()
        .flatMap(holding -> holding.on(person, now).stream())
        .max(Comparator.comparing(Hold::until).thenComparing(Hold::code));
  }

  /**
   * ALL-82: refuses what would give a right to somebody whose erasure is asked for. To be called
   * after {@link NewsLock#granting()}: from then on no answer is decided without what is given.
   *
   * @param known what the registry answered before
   * @throws Refusal 422
   */
  public void requireNotAskedFor(RegistrySubject known) {
    if (known.erasureRequest() != null || isAskedFor(persons.sameAs(known.id()))) {
      throw Refusal.rule("ALL-82", "subject.erasure-asked", known.id());
    }
  }
}
