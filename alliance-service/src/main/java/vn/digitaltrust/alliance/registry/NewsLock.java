package vn.digitaltrust.alliance.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Keeps grants and news apart: rights are granted side by side, but never while news from a
 * neighbour is being applied. Without it a certificate granted at the moment its suspension arrives
 * could miss it: neither transaction would see the other's row. Ends with the transaction.
 */
@ApplicationScoped
public class NewsLock {
  private static final long KEY = 0x414c4c49414e4345L;

  private final EntityManager database;

  NewsLock(EntityManager database) {
    this.database = database;
  }

  /** For whoever grants or announces; waits until news has been applied. */
  public void granting() {
    lock("pg_advisory_xact_lock_shared");
  }

  /** For whoever applies news; waits until those who grant have committed. */
  public void applyingNews() {
    lock("pg_advisory_xact_lock");
  }

  private void lock(String function) {
    database
        .createNativeQuery("select 1 from (select " + function + "(:key)) locked", Integer.class)
        .setParameter("key", KEY)
        .getSingleResult();
  }
}
