package vn.digitaltrust.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The append-only record of every change that this service makes to its state: audit trail, change
 * feed and tamper evidence in one row.
 *
 * <p>A desk calls {@code load → verb → repository.flush() → append}. Entries are kept back until
 * the transaction is about to commit, after all other SQL, so that the head row, for which all
 * writers queue, is locked last and briefly.
 */
@ApplicationScoped
public class Journal {
  /** More entries in one transaction are refused. */
  public static final int MOST_ENTRIES = 1_000;

  private static final Object PENDING = new Object();

  private final DataSource dataSource;
  private final TransactionSynchronizationRegistry transactions;
  private final Origin.Source origins;
  private final HeadWatch watch;
  private final JournalWriter writer;

  @Inject
  Journal(
      DataSource dataSource,
      TransactionSynchronizationRegistry transactions,
      Origin.Source origins,
      HeadWatch watch,
      Clock clock) {
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.origins = origins;
    this.watch = watch;
    this.writer = new JournalWriter(clock);
  }

  /**
   * Appends one entry to the caller's transaction: it is there if and only if the transaction
   * commits. The state is written to bytes now; position, time and hash are given at commit. Actor
   * and request id are those of the current request.
   *
   * @throws IllegalStateException without an active transaction, or for the 1,001st entry of one
   * @throws IllegalArgumentException when the state cannot be written as JSON or exceeds 64 KiB
   */
  public void append(Change change) {
    if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("an entry is appended inside an active transaction");
    }
    Draft draft = Draft.of(change, origins.current());
    Pending pending = (Pending) transactions.getResource(PENDING);
    if (pending == null) {
      pending = new Pending();
      transactions.putResource(PENDING, pending);
      transactions.registerInterposedSynchronization(pending);
    }
    pending.add(draft);
  }

  /** The last entry: of the caller's transaction's view, if there is one. */
  public Position head() {
    try (Connection connection = dataSource.getConnection()) {
      return JournalReader.head(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("the head of the journal cannot be read", e);
    }
  }

  /** The entries of one transaction, written when it is about to commit. */
  private final class Pending implements Synchronization {
    private final List<Draft> drafts = new ArrayList<>();
    private boolean last;
    private Position written;

    void add(Draft draft) {
      if (written != null) {
        throw new IllegalStateException("the transaction's entries have been written already");
      }
      if (drafts.size() == MOST_ENTRIES) {
        throw new IllegalStateException("at most 1,000 entries fit in one transaction");
      }
      drafts.add(draft);
    }

    /**
     * Registering again from inside the first call puts this behind every synchronization known
     * when the commit began, Hibernate's flush included, in whatever order they were registered.
     */
    @Override
    public void beforeCompletion() {
      if (!last) {
        last = true;
        transactions.registerInterposedSynchronization(this);
        return;
      }
      try (Connection connection = dataSource.getConnection()) {
        written = writer.write(connection, drafts);
      } catch (SQLException e) {
        throw new IllegalStateException("the journal's entries cannot be written", e);
      }
    }

    /** Called twice, as it is registered twice. */
    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED && written != null) {
        watch.moved(written.number());
        drafts.forEach(it -> Gauges.count("journal_entries_appended", "type", it.change().type()));
        written = null;
      }
    }
  }
}
