package vn.digitaltrust.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * A transaction that the database or the version check ended. Two callers who changed one resource
 * at the same moment are a normal thing: the later one is told to read again, not that we failed.
 */
final class DatabaseRefusals {
  private static final Logger LOG = Logger.getLogger(DatabaseRefusals.class);

  /** Unique, exclusion and serialisation conflicts: somebody else was first. */
  private static final Set<String> CONFLICTS = Set.of("23505", "23P01", "40001", "40P01");

  /** A reference to nothing, or a value outside what a column allows. */
  private static final Set<String> RULES = Set.of("23503", "23514");

  /** The class of values that are no values of their type. */
  private static final String DATA = "22";

  /** Connections, what they need, and a server that shuts down or does not yet serve. */
  private static final Set<String> AWAY = Set.of("08", "53", "57P");

  private DatabaseRefusals() {}

  /** The refusal that a caller should hear of; {@link Wording} logs what is a fault of ours. */
  static HttpProblem explain(Throwable thrown) {
    boolean uncommitted = thrown instanceof IllegalStateException;
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpProblem refusal) {
        return refusal;
      }
      uncommitted |= cause instanceof PersistenceException;
      if (cause instanceof JsonProcessingException || cause instanceof ValidationException) {
        return Refusal.of(Kind.MALFORMED_REQUEST);
      }
      if (cause instanceof OptimisticLockException
          || cause instanceof org.hibernate.StaleStateException) {
        return Refusal.of(Kind.STALE_VERSION, "*");
      }
      if (cause instanceof SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        if (uncommitted && isAway(sql)) {
          LOG.errorf("The database cannot be reached: %s", state);
          return Refusal.of(Kind.UNAVAILABLE);
        }
        if (CONFLICTS.contains(state)) {
          return Refusal.state("illegal-state.conflict");
        }
        if (RULES.contains(state) || state.startsWith(DATA)) {
          // Ours should have refused it before; the message is not logged, as it repeats the value.
          LOG.warnf("The database refused a value that no rule had refused: %s", state);
          return Refusal.of(state.startsWith(DATA) ? Kind.MALFORMED_REQUEST : Kind.RULE_REFUSED);
        }
      }
    }
    return Refusal.of(Kind.INTERNAL);
  }

  /**
   * Whether it was not the statement's fault. Without a state it was the pool that waited in vain.
   * Only told so where nothing can have been written; who loses the database in a commit cannot
   * know.
   */
  private static boolean isAway(SQLException failure) {
    String state = failure.getSQLState();
    return state == null || AWAY.stream().anyMatch(state::startsWith);
  }

  /** Raised by the journal, which writes its own SQL. */
  @Provider
  public static class Library extends ExceptionMapperBase<IllegalStateException> {
    @Override
    protected HttpProblem toProblem(IllegalStateException cause) {
      return explain(cause);
    }
  }

  /** Raised while SQL ran. */
  @Provider
  public static class Persistence extends ExceptionMapperBase<PersistenceException> {
    @Override
    protected HttpProblem toProblem(PersistenceException cause) {
      return explain(cause);
    }
  }

  /** Raised at commit by the transaction interceptor. */
  @Provider
  public static class Rollback extends ExceptionMapperBase<RollbackException> {
    @Override
    protected HttpProblem toProblem(RollbackException cause) {
      return explain(cause);
    }
  }

  /** Raised at commit by programmatic transactions. */
  @Provider
  public static class Programmatic extends ExceptionMapperBase<QuarkusTransactionException> {
    @Override
    protected HttpProblem toProblem(QuarkusTransactionException cause) {
      return explain(cause);
    }
  }
}
