package vn.digitaltrust.registry.subject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/**
 * REG-71: tells the names of subjects that were entered before names were told, once. Who is left
 * stands in a table from which each step takes those that it tells of in one transaction, so it
 * goes on where it was broken off, and several replicas share it. Who is changed meanwhile is left
 * to whoever changes them and taken by a later step, so nobody waits in a circle.
 */
@ApplicationScoped
class UntoldNames {
  private static final int STEP = 500;

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
    int told;
    do {
      told = QuarkusTransaction.requiringNew().call(this::tellSome);
    } while (told > 0);
  }

  private int tellSome() {
    var ids = take();
    if (!ids.isEmpty()) {
      subjects.list("id in ?1 order by id", ids).forEach(journal::tellName);
    }
    return ids.size();
  }

  private List<UUID> take() {
    List<?> ids =
        database
            .createNativeQuery(
                """
                with taken as (
                  select u.subject from untold_name u join subject s on s.id = u.subject
                  order by u.subject limit :step for update skip locked)
                delete from untold_name u using taken where u.subject = taken.subject
                returning u.subject
                """,
                UUID.class)
            .setParameter("step", STEP)
            .getResultList();
    return ids.stream().map(UUID.class::cast).toList();
  }
}
