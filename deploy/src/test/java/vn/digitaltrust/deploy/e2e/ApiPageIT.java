package vn.digitaltrust.deploy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.deploy.suite.Part;

/** An admin of the alliance works in the API page, in a real browser, on a desk and on a phone. */
@ExtendWith(RunningSuite.Extension.class)
class ApiPageIT {
  private static final Path BRANDING = Path.of("../gateway/src/main/resources/META-INF/branding");
  private static final String INK = "rgb(18, 38, 58)";
  private static final String TEAL = "rgb(15, 118, 110)";

  private static Chromium chromium;

  private final RunningSuite suite;

  ApiPageIT(RunningSuite suite) {
    this.suite = suite;
  }

  @BeforeAll
  static void launch() {
    chromium = new Chromium();
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
    assertEquals(waiting, list.carried("subject"));
    list.execute(200);
    page.step("Memberships", "allianceReadMembership").execute(200);
    ApiPage.Step admission = page.step("Memberships", "allianceAdmit");
    assertFalse(admission.carried("If-Match").isEmpty());
    assertEquals("ADMITTED", admission.execute(201).path("status").asText());
    suite
        .checks()
        .until(
            "platform=TIKTOK&handle=" + handle,
            "a member",
            check -> check.path("membership").path("status").asText().equals("MEMBER"));
    assertEquals("MEMBER", membership(page));
  }

  @Test
  void an_admin_who_applied_for_somebody_reads_why_another_decides() {
    String applicant = Fixtures.registered(suite);
    ApiPage page = new ApiPage(chromium.page(1280), "refused-1280");
    page.open(suite.settings().origin(Part.GATEWAY));
    signIn(page, "admin-minh");
    page.step("KOLs", "registryReadKolByNumber").with("number", number(applicant)).execute(200);

    ApiPage.Step application = page.step("Memberships", "allianceApply");
    assertEquals(applicant, application.carriedBody().path("subject").asText());
    String membership = application.execute(201).path("id").asText();
    ApiPage.Step admission = page.step("Memberships", "allianceAdmit");
    assertEquals(membership, admission.carried("id"));

    JsonNode problem = admission.execute(403);

    assertEquals("urn:digital-trust:problem:forbidden", problem.path("type").asText());
    assertEquals(
        "You applied for this subject yourself. Another administrator decides on it.",
        problem.path("detail").asText());
    assertEquals(
        "Not permitted: You applied for this subject yourself. Another administrator decides on it.",
        admission.words());
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
    String kol = page.step("KOLs", "registrySubmitKol").execute(201).path("id").asText();
    page.step("KOLs", "registryVerifyKol").execute(200);
    String number =
        page.step("KOLs", "registryRegisterKol").execute(200).path("registrationNumber").asText();

    ApiPage.Step opening = page.step("Accounts", "registryOpenAccount");
    assertEquals(kol, opening.carried("subject"));
    String handle = Fixtures.freshHandle();
    String account =
        opening
            .sending(Map.of("platform", "TIKTOK", "handle", handle))
            .execute(201)
            .path("id")
            .asText();

    assertEquals(account, page.step("Accounts", "registryReadAccount").carried("id"));
    assertEquals(kol, page.step("Accounts", "registryOpenAccount").carried("subject"));
    assertEquals(
        kol, page.step("Memberships", "allianceApply").carriedBody().path("subject").asText());
    assertEquals(
        number, page.step("Trust_checks", "gatewayCheckKol").carried("registrationNumber"));
  }

  /** On a phone, which is the narrower of the two. */
  @Test
  void a_case_goes_from_the_report_to_the_appeal_with_the_examples_as_they_stand() {
    String kol = Fixtures.registered(suite);
    standsFor("kol-nam", kol);
    ApiPage page = new ApiPage(chromium.page(390), "case-390");
    page.open(suite.settings().origin(Part.GATEWAY));
    signIn(page, "officer-an");
    page.step("KOLs", "registryReadKolByNumber").with("number", number(kol)).execute(200);

    String report = page.step("Reports", "sanctionsSubmitReport").execute(201).path("id").asText();
    ApiPage.Step opening = page.step("Cases", "sanctionsOpenCase");
    assertEquals(report, opening.carriedBody().path("reports").path(0).asText());
    assertEquals(kol, opening.carriedBody().path("subject").asText());
    String caseFile = opening.execute(201).path("id").asText();
    page.step("Cases", "sanctionsNotify").execute(201);
    signIn(page, "kol-nam");
    page.step("Cases", "sanctionsRespond").execute(201);
    signIn(page, "officer-an");
    page.step("Cases", "sanctionsPropose").execute(201);
    signIn(page, "decider-chi");
    String measure =
        page.step("Cases", "sanctionsDecide").execute(201).path("measures").path(0).asText();
    assertEquals(measure, page.step("Measures", "sanctionsReadMeasure").carried("id"));
    signIn(page, "kol-nam");
    String appeal = page.step("Appeals", "sanctionsLodgeAppeal").execute(201).path("id").asText();
    assertEquals(caseFile, page.step("Cases", "sanctionsReadCase").carried("id"));
    assertEquals(appeal, page.step("Appeals", "sanctionsVoteOnAppeal").carried("id"));
    signIn(page, "panel-giang");
    page.step("Appeals", "sanctionsStayMeasures").execute(201);

    JsonNode vote = page.step("Appeals", "sanctionsVoteOnAppeal").execute(201);

    assertEquals(1, vote.path("votes").size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 390})
  void both_pages_are_ours(int width) throws IOException {
    byte[] icon = Files.readAllBytes(BRANDING.resolve("smallrye-open-api-ui.ico"));
    for (String path : List.of("/", "/read/")) {
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
      Locator bar = browser.locator(".topbar, header").first();
      assertThat(bar).hasCSS("background-color", INK);
      assertThat(bar.locator("a[href='/docs'], a[href='/docs/']").first()).isVisible();
      assertThat(bar.locator("img[alt='Digital Trust']")).hasJSProperty("complete", true);
      assertThat(bar.locator("img")).not().hasJSProperty("naturalWidth", 0);
      assertThat(browser.locator(".download-url-wrapper:visible")).hasCount(0);
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
    assertThat(reader.locator("[data-section-id='operation/allianceAdmit']")).hasCount(1);
    page.fits();
    page.picture("front");
    assertEquals(List.of(), errors);
  }

  private static void isInOurColoursAndItsColumnsDoNotTouch(Page browser) {
    assertThat(browser.locator(".btn.authorize").first()).hasCSS("color", TEAL);
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
    standsFor("kol-nam", kol);
    String application =
        suite
            .api()
            .send(
                "kol-nam",
                "POST",
                "/alliance/v1/memberships",
                null,
                Map.of("subject", kol, "codeOfConduct", "1.0"))
            .orThrow("an application")
            .json()
            .path("id")
            .asText();
    Fixtures.act(
        suite,
        "admin-tu",
        "/alliance/v1/memberships/" + application,
        "admissions/requests",
        Map.of());
  }

  private void standsFor(String person, String kol) {
    suite.keycloak().setAttribute(person, "subject_id", kol);
    suite.tokens().forget(person);
  }
}
