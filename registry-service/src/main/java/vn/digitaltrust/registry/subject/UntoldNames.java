package vn.digitaltrust.registry.subject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * REG-71: tells the names of subjects that were entered before names were told, once. Who is left
 * stands in a table from which each step takes those that it tells of in one transaction, so it
 * goes on where it was broken off, and several replicas share it. Who is changed meanwhile is left
 * to whoever changes them and taken by a later step, so nobody waits in a circle. If a step fails,
 * those who are left are told of one by one: a name that cannot be told keeps no other waiting.
 */
@ApplicationScoped
class UntoldNames {
  private static final Logger LOG = Logger.getLogger(UntoldNames.class);
  private static final int STEP = 500;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final EntityManager database;
  private final SubjectRepository subjects;
  private final SubjectJournal journal;

  UntoldNames(EntityManager database, SubjectRepository subjects, SubjectJournal journal) {
    this.database = database;
    this.subjects = subjects;
    this.journal = journal;
  }

  @Scheduled(
      every = "{registry.names.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tellAll() {
    try {
      int told;
      do {
        told = QuarkusTransaction.requiringNew().call(() -> tellSome(BEFORE_ALL, STEP).size());
      } while (told > 0);
    } catch (RuntimeException e) {
      LOG.warnf("Names are told one by one, as not all of a step could be told: %s", e);
      tellOneByOne();
    }
  }

  private void tellOneByOne() {
    for (var next = after(BEFORE_ALL); next.isPresent(); next = after(next.get())) {
      var subject = next.get();
      try {
        QuarkusTransaction.requiringNew().run(() -> tellSome(subject, 1));
      } catch (RuntimeException e) {
        LOG.errorf(e, "The name of subject %s could not be told yet", subject);
      }
    }
  }

  /** The next one that is left. */
  private Optional<UUID> after(UUID subject) {
    List<?> ids =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    database
                        .createNativeQuery(
                            "select subject from untold_name where subject > :subject"
                                + " order by subject limit 1",
                            UUID.class)
                        .setParameter("subject", subject)
                        .getResultList());
    return ids.stream().map(UUID.class::cast).findFirst();
  }

  private List<UUID> tellSome(UUID from, int most) {
    var ids = take(from, most);
    if (!ids.isEmpty()) {
      subjects.list("id in ?1 order by id", ids).forEach(journal::tellName);
    }
    return ids;
  }

  private List<UUID> take(UUID from, int most) {
    List<?> ids =
        database
            .createNativeQuery(
                """
                with taken as (
                  select u.subject from untold_name u join subject s on s.id = u.subject
                  where u.subject >= :from order by u.subject limit :step for update skip locked)
                delete from untold_name u using taken where u.subject = taken.subject
                returning u.subject
                """,
                UUID.class)
            .setParameter("from", from)
            .setParameter("step", most)
            .getResultList();
    return ids.stream().map(UUID.class::cast).toList();
  }
}
