package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Chromium that is installed on this machine; none is fetched. */
final class Chromium implements AutoCloseable {
  private static final List<String> NAMES = List.of("chromium", "chromium-browser");
  private static final int HEIGHT = 900;

  private static final double PATIENCE_MILLIS = 30_000;

  private final Playwright playwright;
  private final Browser browser;

  /** Starts it without a screen; skips the test where there is none. */
  Chromium() {
    Path executable = installed();
    // The first page to be drawn on a busy machine takes longer than the usual 5 s.
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    .setHeadless(true)
                    .setArgs(
                        List.of(
                            // Its sandbox does not start for root, and nothing foreign is opened.
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /** A page of its own, which speaks English and remembers nothing of another. */
  Page page(int width) {
    return page(width, "en-GB");
  }

  /** A page of its own in the language of a locale. */
  Page page(int width, String locale) {
    return browser
        .newContext(
            new Browser.NewContextOptions().setViewportSize(width, HEIGHT).setLocale(locale))
        .newPage();
  }

  /** Closes all pages. */
  void closePages() {
    browser.contexts().forEach(BrowserContext::close);
  }

  private static Path installed() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(
            () -> abort("Chromium is not installed, so the API page is not tried in a browser"));
  }

  @Override
  public void close() {
    playwright.close();
  }
}
