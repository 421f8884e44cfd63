package vn.digitaltrust.gateway.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API page carries from one answer into the next requests, tried without a browser. */
class PageStepsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STEPS = "src/main/resources/META-INF/resources/docs-steps.js";
  private static final String PAGE = "src/test/node/docs-steps.mjs";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
  private static final String ID = "11111111-1111-7111-8111-111111111111";
  private static final String SUBJECT = "22222222-2222-7222-8222-222222222222";

  private static JsonNode api;

  @BeforeAll
  static void load() throws IOException {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node"))),
        "node is not installed, so the steps of the API page are not tried here");
    api = new YAMLMapper().readTree(Tools.DOCUMENT.toFile());
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
    String admission = "post /alliance/v1/memberships/{id}/admissions";
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
    ObjectNode old = api.deepCopy();
    ((ObjectNode) old.path("info")).put("x-examples-written-on", TODAY.minusDays(400).toString());
    String proposal =
        "/paths/~1sanctions~1v1~1cases~1{id}~1proposals/post/requestBody/content"
            + "/application~1json/example/measures/0/from";
    String verification =
        "/paths/~1registry~1v1~1kols~1{id}~1verifications/post/requestBody/content"
            + "/application~1json/example/verifiedAt";

    JsonNode shown = page(old).path("shown");

    LocalDate written = LocalDate.parse(api.at(proposal).asText());
    assertEquals(written.plusDays(400).toString(), shown.at(proposal).asText());
    String verified = api.at(verification).asText();
    LocalDate day = LocalDate.parse(verified.substring(0, 10));
    assertEquals(day.plusDays(400) + verified.substring(10), shown.at(verification).asText());
    assertEquals(old.path("components"), shown.path("components"));
  }

  @Test
  @DisplayName("examples written today stay as they are")
  void today() throws Exception {
    ObjectNode fresh = api.deepCopy();
    ((ObjectNode) fresh.path("info")).put("x-examples-written-on", TODAY.toString());

    assertEquals(fresh, page(fresh).path("shown"));
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
        api.at("/components/responses/" + response + "/content/application~1problem+json/example");
    ObjectNode answer = JSON.createObjectNode();
    answer.put("path", "/registry/v1/kols").put("method", "get").put("error", true);
    ObjectNode error = answer.putObject("err").put("name", "Error").put("message", "Bad Request");
    error.putObject("response").set("body", problem);

    assertEquals(words, page(answer).path("said").path(0).asText());
  }

  private record Operation(String path, String method, JsonNode declared) {
    String place() {
      return method + " " + path;
    }

    boolean asksFor(String parameter) {
      return Stream.of(declared.path("parameters"))
          .flatMap(all -> all.findValuesAsText("name").stream())
          .anyMatch(parameter::equals);
    }
  }

  private static Stream<Operation> operations() {
    return api.path("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .map(each -> new Operation(path.getKey(), each.getKey(), each.getValue())));
  }

  private static Operation operation(String name) {
    return operations()
        .filter(each -> each.declared().path("operationId").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** An answer as the document shows it, about a thing and a subject of our own. */
  private static ObjectNode answer(String name) {
    Operation operation = operation(name);
    String status = operation.declared().path("responses").has("201") ? "201" : "200";
    ObjectNode answer = JSON.createObjectNode();
    answer.put("path", operation.path()).put("method", operation.method());
    answer.put("status", Integer.parseInt(status));
    answer.putObject("headers").put("etag", "\"7\"");
    answer.set("body", example(operation, status).deepCopy());
    ObjectNode thing = thing(answer.path("body"));
    if (thing.has("id")) {
      thing.put("id", ID);
    }
    if (thing.has("subject")) {
      thing.put("subject", SUBJECT);
    }
    return answer;
  }

  private static JsonNode example(Operation operation, String status) {
    JsonNode content =
        operation.declared().path("responses").path(status).at("/content/application~1json");
    return content.has("example")
        ? content.path("example")
        : content.path("examples").elements().next().path("value");
  }

  private static ObjectNode thing(String operation) {
    return thing(answer(operation).path("body"));
  }

  /** The first of a list, the subject of what was found or checked, or what there is. */
  private static ObjectNode thing(JsonNode body) {
    JsonNode first = body.isArray() ? body.path(0) : body.path("items").path(0);
    JsonNode thing = first.isMissingNode() ? body : first;
    return (ObjectNode) (thing.path("subject").isObject() ? thing.path("subject") : thing);
  }

  private static JsonNode page(ObjectNode... answers) throws Exception {
    return answers.length == 1 && answers[0].has("paths")
        ? page(answers[0], List.of())
        : page(api, List.of(answers));
  }

  /** What the page shows and has filled in after these answers. */
  private static JsonNode page(JsonNode document, List<ObjectNode> answers) throws Exception {
    Path input = Files.createTempFile("steps", ".json");
    Path output = Files.createTempFile("steps", ".json");
    try {
      Map<String, Object> given = new HashMap<>();
      given.put("api", document);
      given.put("answers", answers);
      JSON.writeValue(input.toFile(), given);
      Process node =
          new ProcessBuilder("node", PAGE, STEPS)
              .redirectInput(input.toFile())
              .redirectOutput(output.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      assertTrue(node.waitFor(1, TimeUnit.MINUTES));
      assertEquals(0, node.exitValue());
      return JSON.readTree(output.toFile());
    } finally {
      Files.delete(input);
      Files.delete(output);
    }
  }

  /** The operations in which a parameter holds this value. */
  private static Set<String> filled(JsonNode page, String parameter, String value) {
    Set<String> filled = new TreeSet<>();
    for (Map.Entry<String, JsonNode> operation : page.path("parameters").properties()) {
      if (operation.getValue().path(parameter).asText().equals(value)) {
        filled.add(operation.getKey());
      }
    }
    return filled;
  }

  private static JsonNode body(JsonNode page, String operation) throws IOException {
    return JSON.readTree(page.path("bodies").path(operation).asText());
  }
}
