package vn.digitaltrust.deploy.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.deploy.http.Http;

/** What documents and the realm say of sample data is what is made. */
class DocumentedSamplesTest {
  @Test
  void the_first_hour_names_the_handle_of_each_verdict() throws IOException {
    String readme = Files.readString(Path.of("first-hour/README.md"));
    Map.of(
            "CLEAR", SampleVerdicts.CLEAR,
            "RESTRICTED", SampleVerdicts.RESTRICTED,
            "CONDITIONAL", SampleVerdicts.CONDITIONAL,
            "UNKNOWN", SampleVerdicts.UNKNOWN)
        .forEach(
            (verdict, handle) ->
                assertTrue(
                    readme
                        .lines()
                        .anyMatch(
                            line ->
                                line.startsWith("| `" + verdict + "` |")
                                    && line.endsWith(" `" + handle + "` |")),
                    verdict));
  }

  @Test
  void who_applies_is_who_the_token_is_bound_to() throws IOException {
    Map<String, String> bound = new HashMap<>();
    JsonNode identities = Http.JSON.readTree(Path.of("keycloak/sample-identities.json").toFile());
    for (JsonNode user : identities.path("users")) {
      for (String claim : new String[] {"subject_id", "member_id"}) {
        JsonNode id = user.path("attributes").path(claim).path(0);
        if (!id.isMissingNode()) {
          bound.put(user.path("username").asText(), id.asText());
        }
      }
    }
    assertEquals(BoundSubjects.YEN, bound.get("kol-yen"));
    assertEquals(BoundSubjects.VINH, bound.get("business-vinh"));
  }
}
