package vn.digitaltrust.registry.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.registry.testing.Registry;

/** How a name is looked for. */
@QuarkusTest
class SearchedNameTest extends Registry {
  @Test
  @DisplayName("REG-91 names are found by the indexes, not by reading them all")
  void byIndex() throws SQLException {
    var plan = new StringBuilder();
    try (var connection = Postgres.superuser("registry");
        var statement = connection.createStatement()) {
      statement.execute("set enable_seqscan = off"); // as with many names
      try (var rows =
          statement.executeQuery(
              "explain select n.subject from subject_name n where "
                  + Candidates.ALIKE
                      .replace(":folded", "'ca si cavoi'")
                      .replace(":parts", "'casi casicavoi sicavoi cavoi'"))) {
        while (rows.next()) {
          plan.append(rows.getString(1)).append('\n');
        }
      }
    }
    assertTrue(plan.toString().contains("subject_name_folded"), plan::toString);
    assertTrue(plan.toString().contains("subject_name_joined"), plan::toString);
  }

  @Test
  @DisplayName("REG-91 runs of words are bounded, however many words there are")
  void bounded() {
    var searched = SearchedName.of("ab ".repeat(60));
    assertTrue(searched.parts().size() <= 210);
    assertEquals(
        Set.of("ca", "casi", "casica", "casicavoi", "si", "sica", "sicavoi", "cavoi", "voi"),
        SearchedName.of("Ca sĩ Cá Voi").parts());
  }
}
