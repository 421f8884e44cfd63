package vn.digitaltrust.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Erases what the journal says about a subject. The entries stay in their places as commitments
 * without content, so the chain still verifies.
 */
@ApplicationScoped
public class Erasure {
  private final DataSource dataSource;
  private final TransactionSynchronizationRegistry transactions;
  private final String eraser;

  @Inject
  Erasure(
      DataSource dataSource,
      TransactionSynchronizationRegistry transactions,
      @ConfigProperty(name = "quarkus.flyway.placeholders.eraser") String eraser) {
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.eraser = eraser;
  }

  /**
   * Sets payload and salt of all the subject's entries to null, in the caller's transaction. The
   * caller holds the lock on the subject, so that no other transaction is appending about it. The
   * last, empty state that the caller appends in the same transaction, before or after, is written
   * when the transaction ends, and keeps its content.
   *
   * @return how many entries lost their content
   * @throws IllegalStateException without an active transaction
   */
  public int erase(UUID subject) {
    if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("erasure happens inside an active transaction");
    }
    try (Connection connection = dataSource.getConnection()) {
      // The application's role may take this one on, and by itself has none of its rights.
      run(
          connection,
          "set local role "
              + connection.getMetaData().getIdentifierQuoteString()
              + eraser.replace("\"", "")
              + connection.getMetaData().getIdentifierQuoteString());
      try (PreparedStatement erase = connection.prepareStatement("select journal_erase(?)")) {
        erase.setObject(1, subject);
        try (ResultSet row = erase.executeQuery()) {
          row.next();
          return row.getInt(1);
        }
      } finally {
        run(connection, "set local role none");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the subject's entries cannot be erased", e);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
