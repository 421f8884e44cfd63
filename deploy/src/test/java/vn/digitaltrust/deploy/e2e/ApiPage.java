package vn.digitaltrust.deploy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import vn.digitaltrust.deploy.http.Http;

/** The page on which people work with the API, as they see it. */
final class ApiPage {
  private static final Path PICTURES = Path.of("target", "pictures");

  private final Page page;
  private final String name;

  private Locator unfolded;
  private int presses;
  private int typed;

  /** The page in a browser, without pictures, which take their time. */
  ApiPage(Page page) {
    this(page, null);
  }

  /**
   * The page in a browser.
   *
   * @param name what its pictures are called
   */
  ApiPage(Page page, String name) {
    this.page = page;
    this.name = name;
  }

  /** Opens the door itself, which leads here. */
  void open(String origin) {
    page.navigate(origin + "/");
    assertThat(page.locator(".opblock-tag").first()).isVisible();
  }

  /**
   * Signs in on the page of the issuer, which opens in a window of its own. Whoever sat here before
   * signs out first, there as well.
   */
  void signIn(String user, String password) {
    Locator leave = page.locator("#bar .leave");
    if (leave.isVisible()) {
      Response left =
          page.waitForResponse(answer -> answer.url().endsWith("/logout"), leave::click);
      assertEquals(204, left.status());
    }
    Page issuer = page.waitForPopup(() -> page.locator("#bar .enter").click());
    assertThat(issuer.locator("#password")).isVisible();
    // Whoever signs in again is asked for the password alone.
    if (issuer.locator("#username").isVisible()) {
      issuer.locator("#username").fill(user);
    }
    issuer.locator("#password").fill(password);
    issuer.locator("#kc-login").click();
    assertThat(page.locator("#bar .person strong")).hasText(user);
    assertThat(page.locator("#bar .leave")).isVisible();
    picture("signed-in");
  }

  /** Signs out where the issuer does not answer; what is said about it. */
  String signOutInVain() {
    page.route("**/openid-connect/logout", Route::abort);
    page.locator("#bar .leave").click();
    assertThat(told()).not().isEmpty();
    return told().innerText();
  }

  /** What is said aloud below the bar. */
  Locator told() {
    return page.locator("#bar .told");
  }

  /** How many presses and typed characters it took since this was asked last, signing in apart. */
  String effort() {
    String effort = "%d presses, %d characters".formatted(presses, typed);
    presses = 0;
    typed = 0;
    return effort;
  }

  /** Who works here, with roles. */
  String person() {
    return page.locator("#bar .person").innerText();
  }

  /** Types into the filter; the summaries of the operations that are left. */
  List<String> find(String words) {
    page.locator(".operation-filter-input").fill(words);
    assertThat(page.locator(".opblock-summary-description").first()).isVisible();
    return page.locator(".opblock-summary-description").allInnerTexts();
  }

  /** Empties the filter. */
  void findAll() {
    page.locator(".operation-filter-input").fill("");
    assertThat(page.locator("#operations-tag-Journal")).isVisible();
  }

  /** Shows the page in the other language. */
  void switchLanguage() {
    page.locator("#bar .language").click();
  }

  /** Unfolds an operation and folds the one before: with each that is open all is drawn slower. */
  Step step(String tag, String operation) {
    Locator group = page.locator("#operations-tag-" + tag);
    if (!"true".equals(group.getAttribute("data-is-open"))) {
      group.click();
      presses++;
    }
    Locator step = page.locator("#operations-%s-%s".formatted(tag, operation));
    if (!isOpen(step)) {
      if (unfolded != null && isOpen(unfolded)) {
        unfolded.locator(".opblock-summary-control").click();
      }
      step.locator(".opblock-summary-control").click();
      presses++;
      unfolded = step;
    }
    assertThat(step.locator(".execute")).isVisible();
    return new Step(step, operation);
  }

  private static boolean isOpen(Locator step) {
    return step.getAttribute("class").contains("is-open");
  }

  private static final String STICKS_OUT =
      """
      [...document.querySelectorAll('body *')]
        .filter(it => it.getBoundingClientRect().right > document.documentElement.clientWidth)
        .map(it => `${it.tagName} .${it.className} ${Math.round(it.getBoundingClientRect().right)} ${it.textContent.slice(0, 40)}`)
        .slice(-12).join('; ')
      """;

  /** Nothing sticks out at the side; what is long scrolls within itself. */
  void fits() {
    assertEquals(
        page.evaluate("document.documentElement.clientWidth"),
        page.evaluate("document.documentElement.scrollWidth"),
        () -> "sticks out: " + page.evaluate(STICKS_OUT));
  }

  /** For people to look at, where it has a name. */
  void picture(String what) {
    if (name == null) {
      return;
    }
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + "-" + what + ".png")));
  }

  /** One operation, unfolded. */
  final class Step {
    private final Locator step;
    private final String operation;

    private Step(Locator step, String operation) {
      this.step = step;
      this.operation = operation;
    }

    /** Types into a parameter, or chooses where there is a choice. */
    Step with(String parameter, String value) {
      if (chooser(parameter).count() > 0) {
        chooser(parameter).selectOption(value);
        presses += 2;
      } else {
        input(parameter).fill(value);
        typed += value.length();
      }
      return this;
    }

    /** Fills in a field of the body. */
    Step filling(String field, String value) {
      Locator there = field(field);
      there.fill(value);
      there.blur();
      typed += value.length();
      return this;
    }

    /** Chooses a value of a field of the body. */
    Step choosing(String field, String value) {
      field(field).selectOption(value);
      return this;
    }

    /** What stands in a field of the body. */
    String filled(String field) {
      return field(field).inputValue();
    }

    /** Whose id stands in a field of the body, in words. */
    String known(String field) {
      return step.locator("[data-field=\"%s\"] .known".formatted(field)).innerText();
    }

    /** Asks for the example that the document shows. */
    Step withExample() {
      step.locator(".form-tools .example").click();
      return this;
    }

    /** Chooses the row of a list that says these words. */
    void choose(String words) {
      Locator row =
          step.locator(".choices li", new Locator.LocatorOptions().setHasText(words)).first();
      row.locator("button").click();
      presses++;
      assertThat(row).hasClass("chosen");
      picture(operation + "-chosen");
    }

    /** Presses Execute where nothing may be sent; why not. */
    String executeInVain() {
      step.locator(".execute").click();
      Locator why = step.locator(".not-sent");
      assertThat(why).isVisible();
      picture(operation + "-not-sent");
      return why.innerText();
    }

    /** Presses Execute, is asked whether to go on, and goes back. */
    String executeAndGoBack() {
      step.locator(".execute").click();
      Locator dialog = page.locator("dialog.ask");
      assertThat(dialog).isVisible();
      picture(operation + "-asks");
      String question = dialog.innerText();
      dialog.locator("button[value=no]").click();
      assertThat(step.locator(".not-sent")).isVisible();
      return question;
    }

    /** Presses Execute and says yes when asked; reads the answer from the page. */
    JsonNode executeAndConfirm(int status) {
      return execute(
          status,
          () -> {
            step.locator(".execute").click();
            page.locator("dialog.ask button[value=yes]").click();
            presses++;
          });
    }

    /** Presses Execute twice, as fast as people do. */
    JsonNode executeTwice(int status) {
      return execute(status, () -> step.locator(".execute").dblclick());
    }

    /** What stands in a parameter before anybody typed. */
    String carried(String parameter) {
      return input(parameter).inputValue();
    }

    /** Writes another body, as text. */
    Step sending(Object body) {
      step.locator(".form-tools button").first().click();
      body().fill(Http.JSON.valueToTree(body).toPrettyString());
      step.locator(".form-tools button").first().click();
      return this;
    }

    /** What was said in words about the last answer. */
    String words() {
      return step.locator(".live-responses-table .response-col_description > .renderedMarkdown")
          .innerText()
          .strip();
    }

    /** Sends what stands there and reads the answer from the page. */
    JsonNode execute(int status) {
      return execute(status, () -> step.locator(".execute").click());
    }

    private JsonNode execute(int status, Runnable press) {
      presses++;
      Response response = page.waitForResponse(answer -> answer.url().contains("/v1/"), press);
      assertEquals(status, response.status(), response::text);
      if (status == 201) {
        isThere(response);
      }
      Locator live = step.locator(".live-responses-table");
      assertThat(live.locator("tbody td.response-col_status").first())
          .containsText(Integer.toString(status));
      Locator shown = live.locator(".highlight-code code").first();
      assertThat(shown).isVisible();
      fits();
      live.scrollIntoViewIfNeeded();
      picture(operation + "-" + status);
      return json(shown.innerText());
    }

    /** What was made is where the answer says, for whoever made it. */
    private void isThere(Response response) {
      RequestOptions same =
          RequestOptions.create()
              .setHeader("Authorization", response.request().allHeaders().get("authorization"));
      String location = response.headerValue("location");
      APIResponse made =
          page.request().get(URI.create(response.url()).resolve(location).toString(), same);
      assertEquals(200, made.status(), location);
    }

    private Locator body() {
      return step.locator("textarea.body-param__text");
    }

    private Locator field(String name) {
      return step.locator("[data-field=\"%s\"]".formatted(name))
          .first()
          .locator("input, select, textarea")
          .first();
    }

    private Locator chooser(String parameter) {
      return step.locator("tr[data-param-name=\"%s\"] select".formatted(parameter));
    }

    private Locator input(String parameter) {
      return step.locator("tr[data-param-name=\"%s\"] input".formatted(parameter));
    }
  }

  private static JsonNode json(String text) {
    try {
      return Http.JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }
}
