package vn.digitaltrust.journal.testing;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Health and metrics of the service under test, on whichever port it serves them. */
public final class Management {
  private Management() {}

  /** Reads a path, such as {@code /q/health/ready}, as a probe or a scraper does. */
  public static Response get(String path) {
    Config config = ConfigProvider.getConfig();
    return config.getOptionalValue("quarkus.management.enabled", Boolean.class).orElse(false)
        ? RestAssured.get("http://localhost:%s%s".formatted(port(config), path))
        : RestAssured.get(path);
  }

  private static String port(Config config) {
    return config.getValue("quarkus.management.test-port", String.class);
  }
}
