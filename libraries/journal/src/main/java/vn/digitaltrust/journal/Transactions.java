package vn.digitaltrust.journal;

import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.util.function.Supplier;

/** Begins and ends the library's own transactions. */
final class Transactions {
  private final TransactionManager manager;
  private final int seconds;

  /** With the usual time-out. */
  Transactions(TransactionManager manager) {
    this(manager, 0);
  }

  /** With a time-out in seconds. */
  Transactions(TransactionManager manager, int seconds) {
    this.manager = manager;
    this.seconds = seconds;
  }

  /**
   * Runs the work in a transaction of its own: commits if it returns, rolls back if it throws.
   *
   * @throws IllegalStateException inside another transaction
   * @throws QuarkusTransactionException when the commit fails; its causes say why
   */
  <T> T inNew(Supplier<T> work) {
    begin();
    T result;
    try {
      result = work.get();
    } catch (RuntimeException | Error e) {
      rollback(e);
      throw e;
    }
    try {
      manager.commit();
    } catch (RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException
        | SystemException e) {
      throw new QuarkusTransactionException("the transaction was not committed", e);
    }
    return result;
  }

  private void begin() {
    try {
      if (manager.getStatus() != Status.STATUS_NO_TRANSACTION) {
        throw new IllegalStateException("this begins a transaction of its own; one is active");
      }
      manager.setTransactionTimeout(seconds);
      manager.begin();
    } catch (NotSupportedException | SystemException e) {
      throw new IllegalStateException("no transaction could be begun", e);
    } finally {
      defaultTimeout();
    }
  }

  private void defaultTimeout() {
    try {
      manager.setTransactionTimeout(0);
    } catch (SystemException e) {
      throw new IllegalStateException("the transaction timeout could not be reset", e);
    }
  }

  private void rollback(Throwable cause) {
    try {
      manager.rollback();
    } catch (RuntimeException | SystemException e) {
      cause.addSuppressed(e);
    }
  }
}
