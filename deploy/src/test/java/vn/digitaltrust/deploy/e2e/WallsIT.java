package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.digitaltrust.deploy.postgres.Databases;
import vn.digitaltrust.deploy.suite.Part;

@ExtendWith(RunningSuite.Extension.class)
class WallsIT {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final String INVALID_AUTHORIZATION = "28";

  private final RunningSuite suite;

  WallsIT(RunningSuite suite) {
    this.suite = suite;
  }

  private Connection connect(String database, String role, String password) throws SQLException {
    return DriverManager.getConnection(
        Databases.jdbcUrl(suite.settings(), database), role, password);
  }

  @Test
  void each_role_connects_to_its_own_database_and_to_no_other() throws SQLException {
    List<String> databases = List.of("registry", "sanctions", "alliance", "keycloak", "postgres");
    for (String owner : databases.subList(0, 3)) {
      for (String role : List.of(owner + "_app", owner + "_owner")) {
        String password = suite.suite().secrets().get("postgres." + role);
        for (String database : databases) {
          if (database.equals(owner)) {
            connect(database, role, password).close();
          } else {
            SQLException refused =
                assertThrows(SQLException.class, () -> connect(database, role, password));
            assertEquals(INSUFFICIENT_PRIVILEGE, refused.getSQLState(), role + " in " + database);
          }
        }
      }
    }
  }

  @Test
  void nobody_connects_without_the_right_password() {
    for (String role : List.of("postgres", "registry_app", "registry_owner", "registry_eraser")) {
      SQLException refused =
          assertThrows(SQLException.class, () -> connect("registry", role, "wrong"));
      assertTrue(refused.getSQLState().startsWith(INVALID_AUTHORIZATION), refused.toString());
    }
  }

  @Test
  void the_role_a_service_runs_under_can_neither_change_nor_remove_journal_entries()
      throws SQLException {
    for (Part service : Part.services()) {
      String name = service.shortName();
      String password = suite.suite().secrets().get("postgres." + name + "_app");
      for (String sql :
          List.of("UPDATE journal_entry SET type = 'x'", "DELETE FROM journal_entry")) {
        try (Connection connection = connect(name, name + "_app", password);
            Statement statement = connection.createStatement()) {
          SQLException refused = assertThrows(SQLException.class, () -> statement.execute(sql));
          assertEquals(INSUFFICIENT_PRIVILEGE, refused.getSQLState(), sql);
        }
      }
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void every_port_that_a_part_listens_on_can_be_reached_from_this_machine_only() {
    for (Part part : Part.values()) {
      Set<ListeningSockets.Socket> sockets =
          ListeningSockets.of(suite.suite().records().alive(part).orElseThrow());

      assertTrue(
          sockets.stream().anyMatch(socket -> socket.port() == suite.settings().port(part)),
          part.label() + " listens on " + sockets);
      for (ListeningSockets.Socket socket : sockets) {
        assertTrue(socket.loopback(), part.label() + " listens on " + socket);
      }
    }
  }

  @Test
  void postgresql_listens_on_this_machine_only_and_the_secrets_are_their_owners_alone()
      throws Exception {
    try (Connection connection =
            new Databases(suite.settings(), suite.suite().secrets()).connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SHOW listen_addresses")) {
      assertTrue(result.next());
      assertEquals("127.0.0.1", result.getString(1));
    }
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(suite.suite().home().resolve("secrets.properties"))));
  }
}
