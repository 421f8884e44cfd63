package vn.digitaltrust.sanctions.running;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.door.testing.DeliveredSettings;

class DeliveredSettingsTest {
  @Test
  @DisplayName("DOOR-15 as delivered, every secret is missing, and told so in our own words")
  void nothingSet() throws IOException {
    SmallRyeConfig delivered = DeliveredSettings.read();
    // Wanted by a constructor, so without a value the framework would stop the start before us.
    assertFalse(delivered.getValue("journal.retry.secret", String.class).isEmpty());
    List<String> told = new ServiceSecrets().faults(delivered).toList();
    for (String secret :
        List.of(
            "DOOR_CURSOR_SECRET",
            "JOURNAL_RETRY_SECRET",
            "QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET")) {
      String words = "Set " + secret + " to at least 32 random characters.";
      assertTrue(told.contains(words), told::toString);
    }
  }
}
