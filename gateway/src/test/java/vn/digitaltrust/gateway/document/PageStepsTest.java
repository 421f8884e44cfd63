package vn.digitaltrust.gateway.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.digitaltrust.gateway.document.PageInNode.ID;
import static vn.digitaltrust.gateway.document.PageInNode.SUBJECT;
import static vn.digitaltrust.gateway.document.PageInNode.answer;
import static vn.digitaltrust.gateway.document.PageInNode.body;
import static vn.digitaltrust.gateway.document.PageInNode.document;
import static vn.digitaltrust.gateway.document.PageInNode.filled;
import static vn.digitaltrust.gateway.document.PageInNode.operations;
import static vn.digitaltrust.gateway.document.PageInNode.page;
import static vn.digitaltrust.gateway.document.PageInNode.pageOf;
import static vn.digitaltrust.gateway.document.PageInNode.thing;
import static vn.digitaltrust.gateway.document.PageInNode.unfolded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API page carries from one answer into the next requests, tried without a browser. */
class PageStepsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

  @BeforeAll
  static void needsNode() {
    assumeTrue(
        PageInNode.isPossible(),
        "node is not installed, so the steps of the API page are not tried here");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "registryOpenAccount, /registry/v1/accounts",
    "registryListAccountsOfSubject, /registry/v1/accounts",
    "registryFindAccounts, /registry/v1/accounts",
    "registryRenameAccount, /registry/v1/accounts",
    "registrySubmitKol, /registry/v1/kols /registry/v1/subjects",
    "registryListKols, /registry/v1/kols /registry/v1/subjects",
    "registryFindKols, /registry/v1/kols /registry/v1/subjects",
    "registryReadKolByNumber, /registry/v1/kols /registry/v1/subjects",
    "registryVerifyKol, /registry/v1/kols /registry/v1/subjects",
    "registryFindOrganisations, /registry/v1/organisations /registry/v1/subjects",
    "registryRecordSubject, /registry/v1/subjects",
    "registryReadSubject, /registry/v1/subjects",
    "sanctionsSubmitReport, /sanctions/v1/reports",
    "sanctionsListReports, /sanctions/v1/reports",
    "sanctionsOpenCase, /sanctions/v1/cases",
    "sanctionsDecide, /sanctions/v1/cases",
    "sanctionsImposeInterim, /sanctions/v1/cases",
    "sanctionsLodgeAppeal, /sanctions/v1/appeals",
    "sanctionsVoteOnAppeal, /sanctions/v1/appeals",
    "sanctionsListMeasuresOfSubject, /sanctions/v1/measures",
    "sanctionsListMeasureVersions, /sanctions/v1/measures",
    "sanctionsGrantException, /sanctions/v1/measures",
    "sanctionsVaryStateDecision, /sanctions/v1/state-decisions",
    "allianceReadCertificateByNumber, /alliance/v1/certificates",
    "allianceListMemberships, /alliance/v1/memberships",
    "allianceAdmit, /alliance/v1/memberships",
    "gatewayCheckKol, ''",
    "gatewayCheckAccount, ''",
    "registryReadJournal, ''",
  })
  @DisplayName("the id of an answer goes into every operation on the same thing, and nowhere else")
  void ids(String operation, String homes) throws Exception {
    JsonNode page = page(answer(operation));

    Set<String> expected = new TreeSet<>();
    for (String home : homes.isEmpty() ? new String[0] : homes.split(" ")) {
      operations()
          .filter(each -> (each.path() + "/").startsWith(home + "/{id}/"))
          .forEach(each -> expected.add(each.place()));
    }
    assertEquals(homes.isEmpty(), expected.isEmpty(), "there are such operations");
    assertEquals(expected, filled(page, "path.id", thing(operation).path("id").asText()));
  }

  @ParameterizedTest
  @CsvSource({
    "registryOpenAccount",
    "registryListAccountsOfSubject",
    "sanctionsLodgeAppeal",
    "sanctionsListMeasuresOfSubject",
    "sanctionsSubmitReport",
    "allianceApply",
  })
  @DisplayName("what asks for a subject gets the subject of an answer, never another id of it")
  void subjects(String operation) throws Exception {
    JsonNode page = page(answer(operation));

    Set<String> asking = new TreeSet<>();
    operations().filter(each -> each.asksFor("subject")).forEach(each -> asking.add(each.place()));
    Set<String> filled = filled(page, "path.subject", SUBJECT);
    filled.addAll(filled(page, "query.subject", SUBJECT));
    assertEquals(asking, filled);
    for (JsonNode body : page.path("bodies")) {
      assertEquals(SUBJECT, JSON.readTree(body.asText()).path("subject").asText());
    }
    assertTrue(page.path("bodies").has("post /sanctions/v1/cases"));
  }

  @Test
  @DisplayName("a report goes into the list of reports that a case is opened with")
  void reports() throws Exception {
    JsonNode body = body(page(answer("sanctionsSubmitReport")), "post /sanctions/v1/cases");

    assertEquals(JSON.valueToTree(List.of(ID)), body.path("reports"));
    assertEquals(SUBJECT, body.path("subject").asText());
    assertTrue(body.has("title"), "the rest of the example stays");
  }

  @Test
  @DisplayName("a case leads to its measures and its appeal")
  void neighbours() throws Exception {
    ObjectNode answer = answer("sanctionsReadCase");
    String measure = "33333333-3333-7333-8333-333333333333";
    String appeal = "44444444-4444-7444-8444-444444444444";
    ObjectNode body = (ObjectNode) answer.path("body");
    body.putArray("measures").add(measure);
    body.put("appeal", appeal);

    JsonNode page = page(answer);

    assertTrue(
        filled(page, "path.id", measure).contains("post /sanctions/v1/measures/{id}/liftings"));
    assertTrue(filled(page, "path.id", appeal).contains("post /sanctions/v1/appeals/{id}/votes"));
  }

  @Test
  @DisplayName("the ETag of one thing never stays beside the id of another")
  void etags() throws Exception {
    String admission = "post /alliance/v1/memberships/{id}/admissions/approvals";
    ObjectNode read = answer("allianceReadMembership");
    ObjectNode list = answer("allianceListMemberships");

    JsonNode sameAgain = page(read, list).path("parameters").path(admission);
    ((ObjectNode) list.at("/body/items/0")).put("id", "55555555-5555-7555-8555-555555555555");
    JsonNode another = page(read, list).path("parameters").path(admission);

    assertEquals("\"7\"", sameAgain.path("header.If-Match").asText());
    assertNotEquals(ID, another.path("path.id").asText());
    assertEquals("", another.path("header.If-Match").asText());
  }

  @Test
  @DisplayName("who has no registration number is not looked for under that of another")
  void numbers() throws Exception {
    ObjectNode kol = answer("registryReadKolByNumber");
    ((ObjectNode) kol.path("body")).put("registrationNumber", "KOL-100000011");

    JsonNode registered = page(kol).path("parameters");
    JsonNode recorded = page(kol, answer("registryRecordSubject")).path("parameters");

    String check = "get /trust/v1/kols/{registrationNumber}";
    assertEquals("KOL-100000011", registered.path(check).path("path.registrationNumber").asText());
    assertEquals("", recorded.path(check).path("path.registrationNumber").asText("none"));
  }

  @Test
  @DisplayName("a platform and a handle are carried together or not at all")
  void accounts() throws Exception {
    JsonNode page = page(answer("registryOpenAccount"));

    JsonNode check = page.path("parameters").path("get /trust/v1/accounts");
    assertFalse(check.path("query.platform").asText().isEmpty());
    assertFalse(check.path("query.handle").asText().isEmpty());
    assertFalse(
        page.path("parameters")
            .path("get /trust/v1/kols/{registrationNumber}")
            .has("query.platform"));
    assertFalse(page.path("bodies").has("post /registry/v1/subjects/{subject}/accounts"));
  }

  @Test
  @DisplayName("the days of examples move along with the calendar")
  void days() throws Exception {
    ObjectNode old = document().deepCopy();
    ((ObjectNode) old.path("info")).put("x-examples-written-on", TODAY.minusDays(400).toString());
    String proposal =
        "/paths/~1sanctions~1v1~1cases~1{id}~1proposals/post/requestBody/content"
            + "/application~1json/example/measures/0/from";
    String verification =
        "/paths/~1registry~1v1~1kols~1{id}~1verifications/post/requestBody/content"
            + "/application~1json/example/verifiedAt";

    JsonNode shown = pageOf(old).path("shown");

    LocalDate written = LocalDate.parse(document().at(proposal).asText());
    assertEquals(written.plusDays(400).toString(), shown.at(proposal).asText());
    String verified = document().at(verification).asText();
    LocalDate day = LocalDate.parse(verified.substring(0, 10));
    assertEquals(day.plusDays(400) + verified.substring(10), shown.at(verification).asText());
    assertEquals(old.path("components"), shown.path("components"));
  }

  @Test
  @DisplayName("examples written today stay as they are")
  void today() throws Exception {
    ObjectNode fresh = document().deepCopy();
    ((ObjectNode) fresh.path("info")).put("x-examples-written-on", TODAY.toString());

    assertEquals(fresh, pageOf(fresh).path("shown"));
  }

  @Test
  @DisplayName("an operation that is unfolded is made ready without the others")
  void unfolding() throws Exception {
    String path = "/registry/v1/kols/{id}";

    JsonNode given = unfolded("paths", path, "get");

    ObjectNode expected = given.path("shown").deepCopy();
    ((ObjectNode) expected.path("paths")).retain(path);
    assertEquals(expected, given.at("/resolved/document"));
    assertEquals(JSON.valueToTree(List.of("paths", path, "get")), given.at("/resolved/at"));
    assertEquals("here", given.at("/resolved/options/baseDoc").asText(), "as it was asked");
  }

  @Test
  @DisplayName("what is no operation is made ready as before, with the whole document")
  void unfoldingOthers() throws Exception {
    JsonNode given = unfolded("components", "securitySchemes");

    assertEquals(given.path("shown"), given.at("/resolved/document"));
  }

  @ParameterizedTest
  @CsvSource({
    "Malformed, Invalid value: limit must be between 1 and 200",
    "IllegalState, Not possible in the present state: The resource is not in a state that allows"
        + " this. Read it again to see its state.",
  })
  @DisplayName("a refusal is said in words: which field and why, or else what to do")
  void refusals(String response, String words) throws Exception {
    JsonNode problem =
        document()
            .at("/components/responses/" + response + "/content/application~1problem+json/example");
    ObjectNode answer = JSON.createObjectNode();
    answer.put("path", "/registry/v1/kols").put("method", "get").put("error", true);
    ObjectNode error = answer.putObject("err").put("name", "Error").put("message", "Bad Request");
    error.putObject("response").set("body", problem);

    assertEquals(words, page(answer).path("said").path(0).asText());
  }
}
