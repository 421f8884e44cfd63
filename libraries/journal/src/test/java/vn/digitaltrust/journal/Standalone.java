package vn.digitaltrust.journal;

import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.TransactionRequirement;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.narayana.NarayanaTransactionIntegration;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The library with a real pool and real JTA transactions but without Quarkus: for processes that
 * are killed in mid-work, and for the benchmark. Starts in a moment.
 */
final class Standalone implements AutoCloseable {
  final AgroalDataSource dataSource;
  final TransactionManager manager;
  final Transactions transactions;
  final Journal journal;
  final DatabasePosition positions;

  /**
   * @param origin what the library is to take for the current request
   */
  Standalone(String url, String user, String password, int connections, Origin.Source origin) {
    Logger.getLogger("com.arjuna").setLevel(Level.SEVERE);
    try {
      BeanPopulator.getDefaultInstance(ObjectStoreEnvironmentBean.class)
          .setObjectStoreDir(Files.createTempDirectory("standalone").toString());
      manager = com.arjuna.ats.jta.TransactionManager.transactionManager();
      TransactionSynchronizationRegistry registry = new TransactionSynchronizationRegistryImple();
      dataSource =
          AgroalDataSource.from(
              new AgroalDataSourceConfigurationSupplier()
                  .connectionPoolConfiguration(
                      pool ->
                          pool.maxSize(connections)
                              .acquisitionTimeout(Duration.ofSeconds(10))
                              .transactionIntegration(
                                  new NarayanaTransactionIntegration(manager, registry))
                              .transactionRequirement(TransactionRequirement.OFF)
                              .connectionFactoryConfiguration(
                                  connection ->
                                      connection
                                          .jdbcUrl(url)
                                          .principal(new NamePrincipal(user))
                                          .credential(new SimplePassword(password)))));
      transactions = new Transactions(manager);
      journal =
          new Journal(dataSource, registry, origin, new HeadWatch(dataSource), Clock.systemUTC());
      positions = new DatabasePosition(dataSource, manager);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs SQL in the transaction at hand. */
  void sql(String sql, Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    dataSource.close();
  }

  /** A request as if it had come over HTTP. */
  record Request(String actor, String route, String key) implements Origin.Source {
    @Override
    public Origin current() {
      return new Origin(actor, null);
    }

    @Override
    public Optional<String> header(String name) {
      return name.equals(RetryKeys.HEADER) ? Optional.ofNullable(key) : Optional.empty();
    }

    @Override
    public Origin.Reader reader() {
      throw new UnsupportedOperationException("this process serves nobody");
    }
  }

  /** Background work, without a request. */
  static Origin.Source background(String name) {
    return new Request("service:" + name, "", null);
  }

  static Change change(UUID id, String text) {
    return Change.of("note.written", id, "note", id, 0, new Note.View(id, text));
  }
}
