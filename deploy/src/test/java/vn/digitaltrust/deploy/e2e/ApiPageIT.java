package vn.digitaltrust.deploy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.deploy.suite.Part;

/** An admin of the alliance works in the API page, in a real browser, on a desk and on a phone. */
@ExtendWith(RunningSuite.Extension.class)
class ApiPageIT {
  private static final Path ICON =
      Path.of("../gateway/src/main/resources/META-INF/resources/favicon.ico");
  private static final int MOST_BYTES = 700_000;
  private static final String INK = "rgb(18, 38, 58)";
  private static final String TEAL = "rgb(15, 118, 110)";

  private static final String CLIENT = "openapi-ui";
  private static final String LIFESPAN = "access.token.lifespan";

  private static Chromium chromium;

  private final RunningSuite suite;

  ApiPageIT(RunningSuite suite) {
    this.suite = suite;
  }

  @BeforeAll
  static void launch() {
    chromium = new Chromium();
  }

  @AfterEach
  void closePages() {
    chromium.closePages();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void an_admin_signs_in_admits_a_member_and_sees_the_trust_check_change() {
    String waiting = Fixtures.registered(suite);
    String handle = Fixtures.account(suite, waiting);
    applyFor(waiting);
    suite.checks().verdict("platform=TIKTOK&handle=" + handle, "CLEAR");
    ApiPage page = new ApiPage(chromium.page(1280), "docs-1280");
    page.open(suite.settings().origin(Part.GATEWAY));
    page.fits();
    page.picture("front");
    signIn(page, "admin-minh");

    page.step("KOLs", "registryReadKolByNumber").with("number", number(waiting)).execute(200);
    assertEquals("NONE", membership(page));

    ApiPage.Step list = page.step("Memberships", "allianceListMemberships");
    assertEquals("", list.carried("subject"));
    String membership = list.with("subject", waiting).execute(200).at("/items/0/id").asText();
    ApiPage.Step read = page.step("Memberships", "allianceReadMembership");
    assertEquals("", read.carried("id"), "a list fills nothing in");
    page.step("Memberships", "allianceListMemberships").choose("APPLIED");
    assertEquals(membership, page.step("Memberships", "allianceReadMembership").carried("id"));
    page.step("Memberships", "allianceReadMembership").execute(200);
    ApiPage.Step admission = page.step("Memberships", "allianceAdmit");
    assertFalse(admission.carried("If-Match").isEmpty());
    assertEquals("", admission.filled("reasons"));
    admission.filling("reasons", "Hồ sơ đầy đủ.");
    assertEquals("ADMITTED", admission.executeAndConfirm(201).path("status").asText());
    suite
        .checks()
        .until(
            "platform=TIKTOK&handle=" + handle,
            "a member",
            check -> check.path("membership").path("status").asText().equals("MEMBER"));
    assertEquals("MEMBER", membership(page));
  }

  /** By clicking alone: who waits is found in lists, and nobody's id is typed or copied. */
  @ParameterizedTest
  @CsvSource({"1280, vi-VN", "390, vi-VN", "1280, en-GB", "390, en-GB"})
  void two_admins_decide_about_who_waits_and_an_officer_finds_a_case_by_name(
      int width, String locale) {
    String wanted = Fixtures.registered(suite);
    String unwanted = Fixtures.registered(suite);
    apply("kol-nam", wanted);
    apply("kol-nam", unwanted);
    String name = "Cá Chép " + Fixtures.freshHandle().substring(8);
    String caseFile = Fixtures.openCase(suite, name);
    ApiPage page =
        new ApiPage(chromium.page(width, locale), "desk-" + width + "-" + locale.substring(0, 2));
    page.open(suite.settings().origin(Part.GATEWAY));

    signIn(page, "admin-tu");
    page.effort();
    waits(page, wanted);
    page.step("Memberships", "allianceRequestAdmission")
        .filling("reasons", "Hồ sơ đầy đủ.")
        .execute(201);
    String proposing = page.effort();
    waits(page, unwanted);
    JsonNode refused =
        page.step("Memberships", "allianceRefuse")
            .filling("reasons", "Thiếu bản cam kết.")
            .executeAndConfirm(201);
    assertEquals("REFUSED", refused.path("status").asText());
    assertEquals("Thiếu bản cam kết.", refused.path("reasons").asText());

    signIn(page, "admin-minh");
    page.effort();
    waits(page, wanted);
    JsonNode admitted =
        page.step("Memberships", "allianceAdmit")
            .filling("reasons", "Đồng ý.")
            .executeAndConfirm(201);
    assertEquals("ADMITTED", admitted.path("status").asText());
    System.out.printf("an admission: %s; and to approve it: %s%n", proposing, page.effort());

    signIn(page, "officer-an");
    ApiPage.Step list = page.step("Cases", "sanctionsListCases");
    list.with("name", name).with("status", "OPENED").execute(200);
    list.choose(name);
    ApiPage.Step reading = page.step("Cases", "sanctionsReadCase");
    assertEquals(caseFile, reading.carried("id"));
    assertEquals("OPENED", reading.execute(200).path("status").asText());
  }

  /** An admin finds in the list who waits for a decision, by the public number, and reads it. */
  private void waits(ApiPage page, String kol) {
    ApiPage.Step list = page.step("Memberships", "allianceListMemberships");
    list.with("status", "APPLIED").with("limit", "200").execute(200);
    list.choose(number(kol));
    page.step("Memberships", "allianceReadMembership").execute(200);
  }

  @Test
  void an_admin_who_applied_for_somebody_reads_why_another_decides() {
    String applicant = Fixtures.registered(suite);
    ApiPage page = new ApiPage(chromium.page(1280), "refused-1280");
    page.open(suite.settings().origin(Part.GATEWAY));
    signIn(page, "admin-minh");
    page.step("KOLs", "registryReadKolByNumber").with("number", number(applicant)).execute(200);

    ApiPage.Step application = page.step("Memberships", "allianceApply");
    assertEquals(applicant, application.filled("subject"));
    assertTrue(application.known("subject").contains(number(applicant)));
    String membership = application.withExample().execute(201).path("id").asText();
    ApiPage.Step admission = page.step("Memberships", "allianceAdmit");
    assertEquals(membership, admission.carried("id"));

    JsonNode problem = admission.filling("reasons", "Đủ").executeAndConfirm(403);

    assertEquals("urn:digital-trust:problem:forbidden", problem.path("type").asText());
    assertEquals(
        "You applied for this subject yourself. Another administrator decides on it.",
        problem.path("detail").asText());
    assertEquals(
        "Not permitted: You applied for this subject yourself. Another administrator decides on"
            + " it.",
        admission.words());
  }

  /** On a desk and on a phone, in both languages: what a search offers is not what is sent. */
  @ParameterizedTest
  @CsvSource({"1280, vi-VN", "390, vi-VN", "1280, en-GB", "390, en-GB"})
  void the_first_hit_of_a_search_is_sent_nowhere_until_it_was_chosen(int width, String locale) {
    String kol = Fixtures.registered(suite);
    boolean vietnamese = locale.startsWith("vi");
    ApiPage page =
        new ApiPage(chromium.page(width, locale), "search-" + width + "-" + locale.substring(0, 2));
    page.open(suite.settings().origin(Part.GATEWAY));
    page.fits();
    page.picture("front");
    signIn(page, "admin-minh");
    assertEquals(
        "admin-minh " + (vietnamese ? "quản trị viên Liên minh" : "alliance-admin"), page.person());
    assertTrue(
        page.find("nop don")
            .contains(vietnamese ? "Nộp đơn xin gia nhập" : "Apply for membership"));
    page.picture("found");
    page.findAll();

    ApiPage.Step search = page.step("KOLs", "registryFindKols");
    JsonNode hits = search.with("name", "Rùa Đá Chơi Cờ").with("limit", "200").execute(200);
    assertTrue(hits.path("items").size() > 0, "there are hits");
    ApiPage.Step application = page.step("Memberships", "allianceApply");
    assertEquals("", application.filled("subject"));
    assertEquals("", application.filled("codeOfConduct"));
    assertEquals("", application.filled("sha256"));
    application.execute(400);
    page.step("KOLs", "registryFindKols").choose(number(kol));

    ApiPage.Step filled = page.step("Memberships", "allianceApply");
    assertEquals(kol, filled.filled("subject"));
    assertTrue(filled.known("subject").contains("Rùa Đá Chơi Cờ"));
    String question = refusalQuestion(page);
    assertTrue(question.contains(vietnamese ? "không thể hoàn tác" : "cannot be undone"), question);
    page.switchLanguage();
    assertEquals(kol, page.step("Memberships", "allianceApply").filled("subject"));
    page.fits();
    page.picture("other-language");
  }

  private static String refusalQuestion(ApiPage page) {
    return page.step("Memberships", "allianceRefuse")
        .with("id", "01990000-0000-7000-8000-000000000000")
        .with("If-Match", "\"0\"")
        .filling("reasons", "Thiếu giấy tờ")
        .executeAndGoBack();
  }

  @Test
  void after_the_token_has_ended_the_work_goes_on() throws InterruptedException {
    suite.keycloak().setClientAttribute(CLIENT, LIFESPAN, "8");
    try {
      Page browser = chromium.page(1280);
      ApiPage page = new ApiPage(browser, "session-1280");
      page.open(suite.settings().origin(Part.GATEWAY));
      signIn(page, "admin-minh");
      ApiPage.Step list = page.step("Memberships", "allianceListMemberships");
      Thread.sleep(Duration.ofSeconds(20).toMillis());
      list.execute(200);

      browser.route("**/openid-connect/token", refused -> refuse(refused));
      ApiPage.Step application =
          page.step("Memberships", "allianceApply").filling("codeOfConduct", "1.0");
      assertThat(page.told()).containsText("Your session has ended");
      assertTrue(application.executeInVain().contains("what you typed stays"));
      assertEquals("1.0", application.filled("codeOfConduct"));
      browser.unroute("**/openid-connect/token");
      page.signIn("admin-minh", suite.tokens().password("admin-minh"));
      assertEquals("1.0", application.filled("codeOfConduct"));
      page.step("Memberships", "allianceListMemberships").execute(200);

      signIn(page, "officer-an");
      assertEquals("", page.step("Memberships", "allianceApply").filled("codeOfConduct"));
      assertThat(browser.locator(".live-responses-table")).hasCount(0);
    } finally {
      suite.keycloak().setClientAttribute(CLIENT, LIFESPAN, null);
    }
  }

  private static void refuse(Route token) {
    token.fulfill(new Route.FulfillOptions().setStatus(400).setBody("{}"));
  }

  @Test
  void who_presses_twice_opens_one_case() {
    String kol = Fixtures.registered(suite);
    ApiPage page = new ApiPage(chromium.page(1280));
    page.open(suite.settings().origin(Part.GATEWAY));
    signIn(page, "officer-an");
    page.step("KOLs", "registryReadKolByNumber").with("number", number(kol)).execute(200);
    ApiPage.Step opening = page.step("Cases", "sanctionsOpenCase").filling("title", "Hai lần bấm");

    String first = opening.executeTwice(201).path("id").asText();
    String again = opening.execute(201).path("id").asText();

    assertEquals(first, again);
    JsonNode cases =
        suite
            .api()
            .peek("officer-an", "/sanctions/v1/cases?subject=" + kol)
            .orThrow("cases")
            .json();
    assertEquals(1, cases.path("items").size());
  }

  /** As emulated by Chromium, after its own "slow 4G". */
  @Test
  void the_page_is_small_enough_for_a_slow_network() {
    Page browser = chromium.page(390);
    CDPSession session = browser.context().newCDPSession(browser);
    AtomicLong bytes = new AtomicLong();
    session.send("Network.enable");
    session.on(
        "Network.loadingFinished",
        loaded -> bytes.addAndGet(loaded.get("encodedDataLength").getAsLong()));
    JsonObject slow = new JsonObject();
    slow.addProperty("offline", false);
    slow.addProperty("latency", 562.5);
    slow.addProperty("downloadThroughput", 180_000);
    slow.addProperty("uploadThroughput", 84_375);
    session.send("Network.emulateNetworkConditions", slow);
    long start = System.nanoTime();

    new ApiPage(browser).open(suite.settings().origin(Part.GATEWAY));

    System.out.printf(
        "/docs: %d bytes, usable after %d ms on slow 4G%n",
        bytes.get(), Duration.ofNanos(System.nanoTime() - start).toMillis());
    assertTrue(bytes.get() > MOST_BYTES / 2, () -> "all was counted: " + bytes);
    assertTrue(bytes.get() <= MOST_BYTES, () -> bytes + " bytes");
  }

  @ParameterizedTest
  @CsvSource({"1280, en-GB", "320, vi-VN"})
  @DisplayName("GATE-35 everybody can use the pages, from 320 pixels on")
  void everybody_can_use_the_pages(int width, String locale) throws IOException {
    Page browser = chromium.page(width, locale);
    ApiPage page = new ApiPage(browser, "axe-" + width);
    page.open(suite.settings().origin(Part.GATEWAY));
    page.step("Cases", "sanctionsPropose");
    page.picture("form");
    page.step("Memberships", "allianceApply").executeInVain();
    page.fits();
    isUsable(browser);

    browser.navigate(suite.settings().origin(Part.GATEWAY) + "/read");
    assertThat(browser.locator("h1")).isVisible();
    page.fits();
    isUsable(browser);
  }

  private static final String SERIOUS =
      """
      () => axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .map(({ id, nodes }) => `${id}: ${nodes[0].html}`))
      """;

  private static void isUsable(Page browser) throws IOException {
    try (InputStream axe = ApiPageIT.class.getResourceAsStream("/axe.min.js")) {
      browser.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertEquals(List.of(), browser.evaluate(SERIOUS));
  }

  @Test
  void who_cannot_be_logged_out_at_the_issuer_is_told_so() {
    ApiPage page = new ApiPage(chromium.page(1280));
    page.open(suite.settings().origin(Part.GATEWAY));
    signIn(page, "admin-minh");

    String words = page.signOutInVain();

    assertTrue(words.contains("not where you signed in: close the browser"), words);
  }

  @Test
  void a_registrar_registers_a_kol_and_an_account_without_copying_an_id() {
    ApiPage page = new ApiPage(chromium.page(1280));
    page.open(suite.settings().origin(Part.GATEWAY));
    signIn(page, "registrar-mai");
    page.step("KOLs", "registrySubmitKol").execute(400);
    String kol =
        page.step("KOLs", "registrySubmitKol").withExample().execute(201).path("id").asText();
    page.step("KOLs", "registryVerifyKol").withExample().execute(200);
    String number =
        page.step("KOLs", "registryRegisterKol")
            .executeAndConfirm(200)
            .path("registrationNumber")
            .asText();

    ApiPage.Step opening = page.step("Accounts", "registryOpenAccount");
    assertEquals(kol, opening.carried("subject"));
    String handle = Fixtures.freshHandle();
    String account =
        opening
            .choosing("platform", "TIKTOK")
            .filling("handle", handle)
            .execute(201)
            .path("id")
            .asText();

    assertEquals(account, page.step("Accounts", "registryReadAccount").carried("id"));
    assertEquals(kol, page.step("Accounts", "registryOpenAccount").carried("subject"));
    assertEquals(kol, page.step("Memberships", "allianceApply").filled("subject"));
    assertEquals(
        number, page.step("Trust_checks", "gatewayCheckKol").carried("registrationNumber"));
  }

  /** On a phone, which is the narrower of the two. */
  @Test
  void a_case_goes_from_the_report_to_the_appeal() {
    String kol = Fixtures.registered(suite);
    standsFor("kol-nam", kol);
    ApiPage page = new ApiPage(chromium.page(390), "case-390");
    page.open(suite.settings().origin(Part.GATEWAY));
    signIn(page, "officer-an");
    page.step("KOLs", "registryReadKolByNumber").with("number", number(kol)).execute(200);

    ApiPage.Step reporting = page.step("Reports", "sanctionsSubmitReport");
    assertEquals(kol, reporting.filled("subject"));
    String report = reporting.withExample().execute(201).path("id").asText();
    ApiPage.Step opening = page.step("Cases", "sanctionsOpenCase");
    assertEquals(report, opening.filled("reports"));
    assertEquals(kol, opening.filled("subject"));
    String title = "Quảng cáo sai " + Fixtures.freshHandle();
    String caseFile = opening.filling("title", title).execute(201).path("id").asText();
    page.step("Cases", "sanctionsNotify").withExample().execute(201);
    reads(page, "kol-nam", title);
    page.step("Cases", "sanctionsRespond").withExample().executeAndConfirm(201);
    reads(page, "officer-an", title);
    page.step("Cases", "sanctionsPropose").withExample().execute(201);
    reads(page, "decider-chi", title);
    String measure =
        page.step("Cases", "sanctionsDecide")
            .withExample()
            .executeAndConfirm(201)
            .path("measures")
            .path(0)
            .asText();
    assertFalse(measure.isEmpty());
    reads(page, "kol-nam", title);
    String appeal =
        page.step("Appeals", "sanctionsLodgeAppeal").withExample().execute(201).path("id").asText();
    assertEquals(caseFile, page.step("Cases", "sanctionsReadCase").carried("id"));
    assertEquals(appeal, page.step("Appeals", "sanctionsVoteOnAppeal").carried("id"));
    signIn(page, "panel-giang");
    page.step("Appeals", "sanctionsReadAppeal").with("id", appeal).execute(200);
    page.step("Appeals", "sanctionsStayMeasures").withExample().execute(201);

    JsonNode vote =
        page.step("Appeals", "sanctionsVoteOnAppeal").withExample().executeAndConfirm(201);

    assertEquals(1, vote.path("votes").size());
  }

  /** Another person finds the case in the list, by its title, and reads it. */
  private void reads(ApiPage page, String person, String title) {
    signIn(page, person);
    ApiPage.Step list = page.step("Cases", "sanctionsListCases");
    list.with("limit", "200").execute(200);
    list.choose(title);
    page.step("Cases", "sanctionsReadCase").execute(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 390})
  void both_pages_are_ours(int width) throws IOException {
    byte[] icon = Files.readAllBytes(ICON);
    for (String path : List.of("/", "/read")) {
      Page browser = chromium.page(width);
      browser.navigate(suite.settings().origin(Part.GATEWAY) + path);
      assertThat(browser.locator("h1, h2").first()).containsText("Digital Trust suite");

      assertTrue(browser.title().startsWith("Digital Trust"), browser::title);
      APIResponse favicon =
          browser
              .request()
              .get((String) browser.evaluate("document.querySelector('link[rel~=icon]').href"));
      assertEquals(200, favicon.status());
      assertArrayEquals(icon, favicon.body());
      Locator bar = browser.locator("header").first();
      assertThat(bar).hasCSS("background-color", INK);
      assertThat(bar.locator("a[href='/docs/']")).isVisible();
      assertThat(bar.locator("img[alt='Digital Trust']")).hasJSProperty("complete", true);
      assertThat(bar.locator("img")).not().hasJSProperty("naturalWidth", 0);
      assertThat(browser.locator("a[href*='swagger.io']")).hasCount(0);
      assertFalse(browser.content().toLowerCase(Locale.ROOT).contains("petstore"));
      new ApiPage(browser).fits();
      if (path.equals("/")) {
        isInOurColoursAndItsColumnsDoNotTouch(browser);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 390})
  void the_document_can_be_read_without_working_in_it(int width) {
    Page reader = chromium.page(width);
    List<String> errors = new ArrayList<>();
    reader.onPageError(errors::add);
    ApiPage page = new ApiPage(reader, "read-" + width);

    reader.navigate(suite.settings().origin(Part.GATEWAY) + "/read/");

    assertThat(reader.locator("h1").first()).containsText("Digital Trust");
    assertThat(reader.locator("[id='operation/allianceAdmit']")).hasCount(1);
    reader.locator("nav input").fill("ket nap");
    assertThat(reader.locator("nav li").first()).isVisible();
    page.fits();
    page.picture("front");
    assertEquals(List.of(), errors);
  }

  private static void isInOurColoursAndItsColumnsDoNotTouch(Page browser) {
    assertThat(browser.locator("#bar .enter")).hasCSS("background-color", TEAL);
    assertThat(browser.locator(".info .title").first()).hasCSS("color", INK);

    Object gap =
        browser.evaluate(
            """
            () => {
              const text = (cell) => {
                const range = document.createRange();
                range.selectNodeContents(cell);
                return range.getBoundingClientRect();
              };
              const cells = [...document.querySelectorAll(".info td:not(:last-child)")];
              return Math.min(...cells.map((cell) =>
                text(cell.nextElementSibling).left - text(cell).right));
            }
            """);

    assertTrue(((Number) gap).doubleValue() >= 8, () -> "columns are apart by " + gap);
  }

  private void signIn(ApiPage page, String user) {
    page.signIn(user, suite.tokens().password(user));
  }

  private String membership(ApiPage page) {
    return page.step("Trust_checks", "gatewayCheckKol")
        .execute(200)
        .path("membership")
        .path("status")
        .asText();
  }

  private String number(String kol) {
    return suite
        .api()
        .peek("registrar-mai", "/registry/v1/kols/" + kol)
        .orThrow("a registered KOL")
        .json()
        .path("registrationNumber")
        .asText();
  }

  /** The KOL applies in person and another admin asks for the admission, so that one may decide. */
  private void applyFor(String kol) {
    Fixtures.act(
        suite,
        "admin-tu",
        "/alliance/v1/memberships/" + apply("kol-nam", kol),
        "admissions/requests",
        Map.of());
  }

  private String apply(String person, String kol) {
    standsFor(person, kol);
    return suite
        .api()
        .send(
            person,
            "POST",
            "/alliance/v1/memberships",
            null,
            Map.of("subject", kol, "codeOfConduct", "1.0"))
        .orThrow("an application")
        .json()
        .path("id")
        .asText();
  }

  private void standsFor(String person, String kol) {
    suite.keycloak().setAttribute(person, "subject_id", kol);
    suite.tokens().forget(person);
  }
}
