package vn.digitaltrust.deploy.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.suite.Failure;
import vn.digitaltrust.deploy.suite.Secrets;
import vn.digitaltrust.deploy.suite.Settings;

class RealmTest {
  private static final Set<String> ROLES =
      Set.of(
          "platform",
          "business",
          "press",
          "authority",
          "kol",
          "registrar",
          "case-officer",
          "decision-maker",
          "appeal-panel",
          "assessor",
          "alliance-admin",
          "auditor",
          "trust-replica",
          "service");

  @TempDir Path temporary;

  private static JsonNode json(String resource) {
    // Placeholders stay as they are: what is tested is the file, not the secrets.
    return RealmImport.fill(RealmImport.read(resource), name -> "${" + name + "}");
  }

  private static JsonNode realm() {
    return json("/keycloak/realm.json");
  }

  private static JsonNode sample() {
    return json("/keycloak/sample-identities.json");
  }

  private static List<JsonNode> list(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false).toList();
  }

  @Test
  void the_realm_holds_no_user() {
    assertFalse(realm().has("users"));
  }

  @Test
  void no_file_holds_a_secret_only_placeholders() {
    for (JsonNode file : List.of(realm(), sample())) {
      for (String property : List.of("secret", "value")) {
        for (String secret : file.findValuesAsText(property)) {
          assertTrue(secret.matches("\\$\\{[A-Z0-9_]+_(SECRET|PASSWORD)}"), secret);
        }
      }
    }
  }

  @Test
  void the_realm_has_the_fourteen_roles_of_the_design() {
    assertEquals(ROLES, Set.copyOf(realm().path("roles").path("realm").findValuesAsText("name")));
  }

  @Test
  void attributes_that_bind_a_token_to_rows_are_edited_by_administrators_only() throws Exception {
    JsonNode profile =
        Http.JSON.readTree(
            realm()
                .path("components")
                .path("org.keycloak.userprofile.UserProfileProvider")
                .path(0)
                .path("config")
                .path("kc.user.profile.config")
                .path(0)
                .asText());
    Map<String, JsonNode> attributes =
        list(profile.path("attributes")).stream()
            .collect(Collectors.toMap(node -> node.path("name").asText(), node -> node));

    for (String name : List.of("member_id", "authority", "subject_id")) {
      assertEquals(
          Http.JSON.createArrayNode().add("admin"),
          attributes.get(name).path("permissions").path("edit"),
          name);
    }
  }

  @Test
  void the_page_logs_in_with_pkce_and_nobody_gets_a_token_by_password() {
    for (JsonNode client : realm().path("clients")) {
      assertFalse(client.path("directAccessGrantsEnabled").asBoolean(), client.toString());
      assertFalse(client.path("implicitFlowEnabled").asBoolean(), client.toString());
      if (client.path("standardFlowEnabled").asBoolean()) {
        assertEquals("S256", client.path("attributes").path("pkce.code.challenge.method").asText());
      }
    }
  }

  @Test
  void a_login_from_the_page_comes_back_to_one_address() {
    for (JsonNode client : realm().path("clients")) {
      for (JsonNode address : client.path("redirectUris")) {
        assertEquals("${GATEWAY_ORIGIN}/docs/oauth2-redirect.html", address.asText());
      }
    }
  }

  @Test
  void passwords_are_locked_after_ten_wrong_ones() {
    assertTrue(realm().path("bruteForceProtected").asBoolean());
    assertEquals(10, realm().path("failureFactor").asInt());
  }

  @Test
  void sample_identities_cover_every_role_with_two_for_four_eyes_and_a_panel_of_three() {
    Map<String, Long> holders =
        list(sample().path("users")).stream()
            .flatMap(user -> list(user.path("realmRoles")).stream())
            .collect(Collectors.groupingBy(JsonNode::asText, Collectors.counting()));

    Set<String> covered = new TreeSet<>(holders.keySet());
    covered.add("service"); // the services' own clients, in the realm itself
    assertEquals(ROLES, covered);
    assertTrue(holders.get("registrar") >= 2);
    assertTrue(holders.get("alliance-admin") >= 2);
    assertTrue(holders.get("case-officer") >= 2);
    assertTrue(holders.get("decision-maker") >= 2);
    assertTrue(holders.get("appeal-panel") >= 3);
  }

  @Test
  void a_sample_kol_and_a_sample_business_are_bound_to_subjects_of_their_own() {
    Map<String, String> bound = new TreeMap<>();
    for (JsonNode user : sample().path("users")) {
      String role = user.path("realmRoles").path(0).asText();
      for (String claim : List.of("subject_id", "member_id")) {
        String id = user.path("attributes").path(claim).path(0).asText();
        if (!id.isEmpty()) {
          assertEquals(7, UUID.fromString(id).version());
          bound.put(role + " " + claim, user.path("username").asText());
        }
      }
    }
    assertEquals(Map.of("kol subject_id", "kol-yen", "business member_id", "business-vinh"), bound);
  }

  @Test
  void a_production_profile_refuses_the_sample_identities() {
    Settings settings = Settings.from(Map.of("DT_PROFILE", "production"));
    RealmImport realm = new RealmImport(settings, new Secrets(temporary.resolve("secrets")));

    assertThrows(Failure.class, realm::sampleIdentities);
  }

  @Test
  void placeholders_take_their_values_from_the_secrets_of_the_same_name() {
    assertEquals("keycloak.registry-service", RealmImport.secretName("REGISTRY_SERVICE_SECRET"));
    assertEquals("keycloak.kol-linh", RealmImport.secretName("KOL_LINH_PASSWORD"));
    assertEquals(
        "{\"secret\":\"a$1\\\\b\"}".replace("\\\\", "-"),
        RealmImport.fill("{\"secret\":\"${X_SECRET}\"}", name -> "a$1-b").toString());
  }
}
