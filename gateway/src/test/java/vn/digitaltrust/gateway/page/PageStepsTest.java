package vn.digitaltrust.gateway.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.digitaltrust.gateway.page.PageInNode.ID;
import static vn.digitaltrust.gateway.page.PageInNode.SUBJECT;
import static vn.digitaltrust.gateway.page.PageInNode.after;
import static vn.digitaltrust.gateway.page.PageInNode.answer;
import static vn.digitaltrust.gateway.page.PageInNode.body;
import static vn.digitaltrust.gateway.page.PageInNode.call;
import static vn.digitaltrust.gateway.page.PageInNode.calls;
import static vn.digitaltrust.gateway.page.PageInNode.choose;
import static vn.digitaltrust.gateway.page.PageInNode.document;
import static vn.digitaltrust.gateway.page.PageInNode.event;
import static vn.digitaltrust.gateway.page.PageInNode.fill;
import static vn.digitaltrust.gateway.page.PageInNode.filled;
import static vn.digitaltrust.gateway.page.PageInNode.operation;
import static vn.digitaltrust.gateway.page.PageInNode.operations;
import static vn.digitaltrust.gateway.page.PageInNode.page;
import static vn.digitaltrust.gateway.page.PageInNode.pageOf;
import static vn.digitaltrust.gateway.page.PageInNode.press;
import static vn.digitaltrust.gateway.page.PageInNode.thing;
import static vn.digitaltrust.gateway.page.PageInNode.type;
import static vn.digitaltrust.gateway.page.PageInNode.unfolded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API page fills in, asks, says and sends, tried without a browser. */
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
    "registryRenameAccount, /registry/v1/accounts",
    "registrySubmitKol, /registry/v1/kols /registry/v1/subjects",
    "registryReadKolByNumber, /registry/v1/kols /registry/v1/subjects",
    "registryVerifyKol, /registry/v1/kols /registry/v1/subjects",
    "registryRecordSubject, /registry/v1/subjects",
    "registryReadSubject, /registry/v1/subjects",
    "sanctionsSubmitReport, /sanctions/v1/reports",
    "sanctionsOpenCase, /sanctions/v1/cases",
    "sanctionsDecide, /sanctions/v1/cases",
    "sanctionsImposeInterim, /sanctions/v1/cases",
    "sanctionsLodgeAppeal, /sanctions/v1/appeals",
    "sanctionsVoteOnAppeal, /sanctions/v1/appeals",
    "sanctionsGrantException, /sanctions/v1/measures",
    "sanctionsVaryStateDecision, /sanctions/v1/state-decisions",
    "allianceReadCertificateByNumber, /alliance/v1/certificates",
    "allianceAdmit, /alliance/v1/memberships",
    "gatewayCheckKol, ''",
    "gatewayCheckAccount, ''",
    "registryReadJournal, ''",
  })
  @DisplayName("GATE-32 the id of one answer goes into every operation on the same thing alone")
  void ids(String operation, String homes) throws Exception {
    JsonNode page = page(answer(operation));

    assertEquals(below(homes), filled(page, "path.id", thing(operation).path("id").asText()));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "registryListAccountsOfSubject, /registry/v1/accounts",
    "registryFindAccounts, /registry/v1/accounts",
    "registryListKols, /registry/v1/kols /registry/v1/subjects",
    "registryFindKols, /registry/v1/kols /registry/v1/subjects",
    "registryFindOrganisations, /registry/v1/organisations /registry/v1/subjects",
    "sanctionsListReports, /sanctions/v1/reports",
    "sanctionsListCases, /sanctions/v1/cases",
    "sanctionsListMeasuresOfSubject, /sanctions/v1/measures",
    "sanctionsListMeasureVersions, /sanctions/v1/measures",
    "sanctionsListStateDecisions, /sanctions/v1/state-decisions",
    "allianceListMemberships, /alliance/v1/memberships",
    "allianceListCertificates, /alliance/v1/certificates",
  })
  @DisplayName("GATE-32 of a list nothing is filled in until a person chooses a row of it")
  void lists(String operation, String homes) throws Exception {
    ObjectNode list = answer(operation);

    JsonNode untouched = page(list);
    JsonNode chosen = after(event("answer", list), choose(operation, 0));

    assertTrue(untouched.path("parameters").isEmpty(), untouched.path("parameters")::toString);
    assertTrue(untouched.path("bodies").isEmpty(), untouched.path("bodies")::toString);
    assertEquals(below(homes), filled(chosen, "path.id", thing(operation).path("id").asText()));
  }

  private static Set<String> below(String homes) {
    Set<String> expected = new TreeSet<>();
    for (String home : homes.isEmpty() ? new String[0] : homes.split(" ")) {
      operations()
          .filter(each -> (each.path() + "/").startsWith(home + "/{id}/"))
          .forEach(each -> expected.add(each.place()));
      assertFalse(expected.isEmpty(), "there are such operations");
    }
    return expected;
  }

  @Test
  @DisplayName("GATE-32 a row to choose says the name, the number and how well the name fits")
  void rows() throws Exception {
    JsonNode rows = page(answer("registryFindKols")).path("choices");

    assertEquals(
        JSON.readTree(
            """
            ["Sao La Đọc Sách (hư cấu) · KOL-10000021U", "SIMILAR", "KOL", "REGISTERED"]
            """),
        rows.path("get /registry/v1/kols/candidates").path(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "registryOpenAccount",
        "sanctionsLodgeAppeal",
        "sanctionsSubmitReport",
        "allianceApply",
      })
  @DisplayName("GATE-32 what must have a subject gets that of an answer; optional filters get none")
  void subjects(String operation) throws Exception {
    JsonNode page = page(answer(operation));

    Set<String> asking = new TreeSet<>();
    operations()
        .filter(each -> each.path().contains("{subject}"))
        .forEach(each -> asking.add(each.place()));
    assertEquals(asking, filled(page, "path.subject", SUBJECT));
    assertEquals(Set.of(), filled(page, "query.subject", SUBJECT));
    for (JsonNode body : page.path("bodies")) {
      assertEquals(SUBJECT, JSON.readTree(body.asText()).path("subject").asText());
    }
    assertTrue(page.path("bodies").has("post /sanctions/v1/cases"));
  }

  @Test
  @DisplayName("GATE-32 no parameter that may be left out is ever filled in, whatever was answered")
  void optional() throws Exception {
    Map<?, ?>[] everything =
        operations()
            .filter(each -> each.method().equals("get") || each.method().equals("post"))
            .filter(each -> hasExample(each))
            .map(each -> event("answer", answer(each.declared().path("operationId").asText())))
            .toArray(Map[]::new);
    assertTrue(everything.length > 50, "most operations are answered");

    JsonNode page = after(everything);

    for (PageInNode.Operation operation : operations().toList()) {
      JsonNode values = page.path("parameters").path(operation.place());
      for (JsonNode parameter : operation.declared().path("parameters")) {
        if (!parameter.path("required").asBoolean()) {
          String name = parameter.path("in").asText() + "." + parameter.path("name").asText();
          assertFalse(values.has(name), operation.place() + " has " + name);
        }
      }
    }
    for (JsonNode body : page.path("bodies")) {
      for (JsonNode value : JSON.readTree(body.asText())) {
        String id = value.isArray() ? value.path(0).asText() : value.asText();
        assertEquals(id, UUID.fromString(id).toString(), "only ids are filled in");
      }
    }
  }

  private static boolean hasExample(PageInNode.Operation operation) {
    String status = operation.declared().path("responses").has("201") ? "201" : "200";
    JsonNode content =
        operation.declared().path("responses").path(status).at("/content/application~1json");
    return content.has("example") || content.path("examples").size() > 0;
  }

  @Test
  @DisplayName("GATE-32 forms begin empty, and what the document shows stands beside")
  void empty() throws Exception {
    JsonNode shown = page().path("shown");

    for (JsonNode item : shown.path("paths")) {
      for (JsonNode operation : item) {
        JsonNode content = operation.at("/requestBody/content/application~1json");
        if (!content.isMissingNode()) {
          assertEquals(JSON.createObjectNode(), content.path("example"), operation::toString);
        }
        for (JsonNode parameter : operation.path("parameters")) {
          assertFalse(parameter.has("example"), parameter::toString);
        }
      }
    }
    assertEquals(
        document()
            .at(
                "/paths/~1alliance~1v1~1memberships~1{id}~1refusals/post/requestBody/content"
                    + "/application~1json/example"),
        shown.at(
            "/paths/~1alliance~1v1~1memberships~1{id}~1refusals/post/requestBody/content"
                + "/application~1json/x-example"));
  }

  @Test
  @DisplayName("GATE-32 a report goes into the list of reports that a case is opened with")
  void reports() throws Exception {
    JsonNode body = body(page(answer("sanctionsSubmitReport")), "post /sanctions/v1/cases");

    assertEquals(JSON.valueToTree(Map.of("subject", SUBJECT, "reports", List.of(ID))), body);
  }

  @Test
  @DisplayName("GATE-32 what was carried for one subject never stays beside another")
  void anotherSubject() throws Exception {
    ObjectNode other = answer("registryReadKolByNumber");
    String id = "66666666-6666-7666-8666-666666666666";
    ((ObjectNode) other.path("body")).put("id", id);

    JsonNode page =
        after(
            event("answer", answer("sanctionsSubmitReport")),
            fill(
                "sanctionsOpenCase",
                JSON.writeValueAsString(
                    Map.of("subject", SUBJECT, "reports", List.of(ID), "title", "Typed"))),
            event("answer", other));

    assertEquals(
        JSON.valueToTree(Map.of("subject", id, "title", "Typed")),
        body(page, "post /sanctions/v1/cases"));
  }

  @Test
  @DisplayName("GATE-32 a case leads to its one measure and its appeal, and to none of several")
  void neighbours() throws Exception {
    ObjectNode answer = answer("sanctionsReadCase");
    String measure = "33333333-3333-7333-8333-333333333333";
    String appeal = "44444444-4444-7444-8444-444444444444";
    ObjectNode body = (ObjectNode) answer.path("body");
    body.putArray("measures").add(measure);
    body.put("appeal", appeal);

    JsonNode one = page(answer);
    body.putArray("measures").add(measure).add(ID);
    JsonNode several = page(answer);

    String lifting = "post /sanctions/v1/measures/{id}/liftings";
    assertTrue(filled(one, "path.id", measure).contains(lifting));
    assertTrue(filled(one, "path.id", appeal).contains("post /sanctions/v1/appeals/{id}/votes"));
    assertFalse(several.path("parameters").has(lifting));
  }

  @Test
  @DisplayName("GATE-32 the ETag of one thing never stays beside the id of another")
  void etags() throws Exception {
    String admission = "post /alliance/v1/memberships/{id}/admissions/approvals";
    ObjectNode read = answer("allianceReadMembership");
    ObjectNode list = answer("allianceListMemberships");
    Map<?, ?> choice = choose("allianceListMemberships", 0);

    JsonNode sameAgain =
        after(event("answer", read), event("answer", list), choice)
            .path("parameters")
            .path(admission);
    ((ObjectNode) list.at("/body/items/0")).put("id", "55555555-5555-7555-8555-555555555555");
    JsonNode another =
        after(event("answer", read), event("answer", list), choice)
            .path("parameters")
            .path(admission);

    assertEquals("\"7\"", sameAgain.path("header.If-Match").asText());
    assertNotEquals(ID, another.path("path.id").asText());
    assertEquals("", another.path("header.If-Match").asText());
  }

  @Test
  @DisplayName("GATE-32 who has no registration number is not looked for under that of another")
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
  @DisplayName("GATE-33 a double press sends once, and pressing again sends the same key")
  void doublePress() throws Exception {
    JsonNode sent =
        after(
                fill("sanctionsOpenCase", "{\"title\":\"a\"}"),
                press("sanctionsOpenCase", Map.of("times", 2)),
                press("sanctionsOpenCase"),
                fill("sanctionsOpenCase", "{\"title\":\"b\"}"),
                press("sanctionsOpenCase"))
            .path("sent");

    assertEquals(3, sent.size());
    assertFalse(key(sent.path(0)).isEmpty());
    assertEquals(key(sent.path(0)), key(sent.path(1)), "the same form");
    assertNotEquals(key(sent.path(0)), key(sent.path(2)), "another form");
  }

  @Test
  @DisplayName("GATE-33 after Clear the same is done once more; a key that was typed is kept")
  void keys() throws Exception {
    PageInNode.Operation open = operation("sanctionsOpenCase");

    JsonNode sent =
        after(
                press("sanctionsOpenCase"),
                event("clear", List.of(open.path(), open.method())),
                press("sanctionsOpenCase"),
                type("sanctionsOpenCase", "header", "Idempotency-Key", "mine"),
                press("sanctionsOpenCase"))
            .path("sent");

    assertNotEquals(key(sent.path(0)), key(sent.path(1)));
    assertEquals("mine", key(sent.path(2)));
  }

  private static String key(JsonNode sent) {
    return sent.path("parameters").path("header.Idempotency-Key").asText();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "registryApproveErasure",
        "registryMergeSubject",
        "registryDeregisterKol",
        "sanctionsDecide",
        "sanctionsWithdrawCase",
        "sanctionsAnnulMeasure",
        "sanctionsLiftMeasure",
        "sanctionsWithdrawAppeal",
        "sanctionsRuleOnAppeal",
        "sanctionsAnnulStateDecision",
        "allianceRefuse",
        "allianceDepart",
      })
  @DisplayName("GATE-33 what cannot be undone asks first, by name, and sends nothing on a no")
  void asks(String operation) throws Exception {
    JsonNode kol = page(answer("registryReadKolByNumber"), answer("allianceReadMembership"));
    assertTrue(kol.path("questions").isEmpty(), "reading asks nothing");

    JsonNode no = after(press(operation, Map.of("yes", false)));
    JsonNode yes = after(press(operation));

    assertEquals(1, no.path("questions").size());
    assertEquals(0, no.path("sent").size());
    assertEquals("Nothing was sent: You went back.", no.path("said").path(0).asText());
    assertEquals(1, yes.path("sent").size());
  }

  @Test
  @DisplayName("GATE-33 the question names whom it is about")
  void asksByName() throws Exception {
    ObjectNode kol = answer("registryReadKolByNumber");
    ((ObjectNode) kol.path("body"))
        .put("displayName", "Sao La Đọc Sách")
        .put("registrationNumber", "KOL-100000011");

    JsonNode asked = after(event("answer", kol), press("registryDeregisterKol")).path("questions");

    assertEquals("Sao La Đọc Sách · KOL-100000011", asked.path(0).path(1).asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"registrySubmitKol", "registryVerifyKol", "sanctionsNotify", "sanctionsPropose"})
  @DisplayName("GATE-33 what another step takes back asks nothing")
  void asksNothing(String operation) throws Exception {
    JsonNode page = after(press(operation));

    assertEquals(0, page.path("questions").size());
    assertEquals(1, page.path("sent").size());
  }

  @ParameterizedTest
  @CsvSource({
    "out, Sign in first",
    "ended, Your session has ended",
    "unreachable, The sign-in server does not answer",
  })
  @DisplayName("GATE-31 who is not signed in is told so, nothing is sent, and what was typed stays")
  void notSignedIn(String state, String words) throws Exception {
    JsonNode page =
        after(
            fill("sanctionsOpenCase", "{\"title\":\"a\"}"),
            press("sanctionsOpenCase", Map.of("session", state)));

    assertTrue(page.path("said").path(0).asText().startsWith("Nothing was sent: " + words));
    assertEquals(0, page.path("sent").size());
    assertEquals("a", body(page, "post /sanctions/v1/cases").path("title").asText());
  }

  @Test
  @DisplayName("GATE-31 for another person answers and fields are empty again")
  void anotherPerson() throws Exception {
    JsonNode page =
        after(
            event("answer", answer("registryReadKolByNumber")),
            type("registryFindKols", "query", "name", "Sao La"),
            event("answer", answer("registryFindKols")),
            event("another", true));

    for (JsonNode values : page.path("parameters")) {
      values.forEach(value -> assertEquals("", value.asText()));
    }
    page.path("bodies").forEach(body -> assertEquals("{}", body.asText()));
    assertTrue(page.path("choices").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shown",
        "renewed",
        "asleep",
        "ended",
        "again",
        "unreachable",
        "away",
        "out",
        "vain",
        "another",
        "token",
        "refused",
      })
  @DisplayName("GATE-31 the session renews itself, ends, and changes hands as it should")
  void session(String played) throws Exception {
    assertEquals("", PageInNode.session(played));
  }

  @ParameterizedTest(name = "{0}: {1} | {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Apply · Nộp đơn | Apply | Nộp đơn",
        "Apply · *Nộp đơn* | Apply | Nộp đơn",
        "A · b. · *Một* | A · b. | Một",
        "No other | No other | No other",
        "Do · *Làm*\\n\\n**Who · Ai:** `kol`. | Do\\n\\n**Who:** `kol`. | Làm\\n\\n**Ai:** `kol`.",
        "Do.\\n\\nMore. · *Làm.* | Do.\\n\\nMore. | Làm.",
        "**Who · Ai:** `kol`. | **Who:** `kol`. | **Ai:** `kol`.",
        "One\\n\\n### Tiếng Việt\\nMột | One | Một",
      })
  @DisplayName("GATE-34 a text is shown in one of its languages")
  void languages(String both, String english, String vietnamese) throws Exception {
    assertEquals(lines(english), call("languages", "inLanguage", lines(both), "en").asText());
    assertEquals(lines(vietnamese), call("languages", "inLanguage", lines(both), "vi").asText());
  }

  private static String lines(String text) {
    return text.replace("\\n", "\n");
  }

  @Test
  @DisplayName("GATE-34 no summary and no description is shown in both languages")
  void oneLanguage() throws Exception {
    Object[] texts =
        Stream.of("summary", "description")
            .flatMap(name -> document().findValues(name).stream())
            .filter(JsonNode::isTextual)
            .map(JsonNode::asText)
            .distinct()
            .toArray();
    assertTrue(texts.length > 100, "the document says something");
    for (String language : List.of("en", "vi")) {
      for (JsonNode text : calls("languages", "inLanguage", texts, language)) {
        assertFalse(text.asText().contains(" · *"), text::asText);
        assertFalse(text.asText().contains("Who · Ai"), text::asText);
        assertFalse(text.asText().isBlank());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "dang ky, true",
    "ĐĂNG KÝ, true",
    "kol register, true",
    "REGISTER a, true",
    "kết nạp, false",
  })
  @DisplayName(
      "GATE-34 operations are found by words of both languages, in any case, without marks")
  void finding(String looked, boolean found) throws Exception {
    List<String> texts = List.of("KOLs", "Register a KOL · Đăng ký KOL");

    assertEquals(found, call("languages", "finds", looked, texts).asBoolean());
  }

  @Test
  @DisplayName("GATE-32 the days of examples move along with the calendar")
  void days() throws Exception {
    ObjectNode old = document().deepCopy();
    ((ObjectNode) old.path("info")).put("x-examples-written-on", TODAY.minusDays(400).toString());
    String proposal =
        "/paths/~1sanctions~1v1~1cases~1{id}~1proposals/post/requestBody/content"
            + "/application~1json/%s/measures/0/from";
    String verification =
        "/paths/~1registry~1v1~1kols~1{id}~1verifications/post/requestBody/content"
            + "/application~1json/%s/verifiedAt";

    JsonNode shown = pageOf(old).path("shown");

    LocalDate written = LocalDate.parse(document().at(proposal.formatted("example")).asText());
    assertEquals(
        written.plusDays(400).toString(), shown.at(proposal.formatted("x-example")).asText());
    String verified = document().at(verification.formatted("example")).asText();
    LocalDate day = LocalDate.parse(verified.substring(0, 10));
    assertEquals(
        day.plusDays(400) + verified.substring(10),
        shown.at(verification.formatted("x-example")).asText());
    assertEquals(old.path("components"), shown.path("components"));
  }

  @Test
  @DisplayName("GATE-32 examples written today stay as they are")
  void today() throws Exception {
    ObjectNode fresh = document().deepCopy();
    ((ObjectNode) fresh.path("info")).put("x-examples-written-on", TODAY.toString());

    assertEquals(fresh, call("forms", "asOfToday", fresh));
  }

  @Test
  @DisplayName("GATE-30 an operation that is unfolded is made ready without the others")
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
  @DisplayName("GATE-30 the ways to sign in, which are not shown, are made ready alone")
  void unfoldingOthers() throws Exception {
    JsonNode given = unfolded("components", "securitySchemes");

    assertTrue(given.at("/resolved/document/paths").isEmpty());
    assertEquals(
        given.at("/shown/components/securitySchemes"),
        given.at("/resolved/document/components/securitySchemes"));
  }

  @ParameterizedTest
  @CsvSource({
    "Malformed, Invalid value: limit must be between 1 and 200",
    "IllegalState, Not possible in the present state: The resource is not in a state that allows"
        + " this. Read it again to see its state.",
  })
  @DisplayName("GATE-31 a refusal is said in words: which field and why, or else what to do")
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
