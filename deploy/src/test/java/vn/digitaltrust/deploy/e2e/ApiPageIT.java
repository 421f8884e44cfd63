package vn.digitaltrust.deploy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.deploy.suite.Part;

/** An admin of the alliance works in the API page, in a real browser, on a desk and on a phone. */
@ExtendWith(RunningSuite.Extension.class)
class ApiPageIT {
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

  @ParameterizedTest
  @ValueSource(ints = {1280, 390})
  void an_admin_signs_in_admits_a_member_and_sees_the_trust_check_change(int width) {
    String waiting = Fixtures.registered(suite);
    String handle = Fixtures.account(suite, waiting);
    applyFor(waiting);
    suite.checks().verdict("platform=TIKTOK&handle=" + handle, "CLEAR");
    ApiPage page = new ApiPage(chromium.page(width), "docs-" + width);
    page.open(suite.settings().origin(Part.GATEWAY));
    page.fits();
    page.picture("front");
    page.signIn("admin-minh", suite.tokens().password("admin-minh"));

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

  @ParameterizedTest
  @ValueSource(ints = {1280, 390})
  void an_admin_who_applied_for_somebody_reads_why_another_decides(int width) {
    String applicant = Fixtures.registered(suite);
    ApiPage page = new ApiPage(chromium.page(width), "refused-" + width);
    page.open(suite.settings().origin(Part.GATEWAY));
    page.signIn("admin-minh", suite.tokens().password("admin-minh"));
    page.step("KOLs", "registryReadKolByNumber").with("number", number(applicant)).execute(200);

    ApiPage.Step application = page.step("Memberships", "allianceApply");
    assertEquals(applicant, application.body().path("subject").asText());
    String membership = application.execute(201).path("id").asText();
    ApiPage.Step admission = page.step("Memberships", "allianceAdmit");
    assertEquals(membership, admission.carried("id"));

    JsonNode problem = admission.execute(403);

    assertEquals("urn:digital-trust:problem:forbidden", problem.path("type").asText());
    assertEquals(
        "You applied for this subject yourself. Another administrator decides on it.",
        problem.path("detail").asText());
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

  /** The KOL applies in person, so that the admin may decide. */
  private void applyFor(String kol) {
    suite.keycloak().setAttribute("kol-nam", "subject_id", kol);
    suite.tokens().forget("kol-nam");
    suite
        .api()
        .send(
            "kol-nam",
            "POST",
            "/alliance/v1/memberships",
            null,
            Map.of("subject", kol, "codeOfConduct", "1.0"))
        .orThrow("an application");
  }
}
