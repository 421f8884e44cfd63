package vn.digitaltrust.gateway.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages and what they load, as a browser gets them. */
@QuarkusTest
class PagesTest {
  private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"(/pages/[^\"]+)\"");

  @ParameterizedTest
  @ValueSource(strings = {"/docs", "/read"})
  @DisplayName("GATE-30 without the slash one is led to the page")
  void slash(String address) {
    given()
        .redirects()
        .follow(false)
        .get(address)
        .then()
        .statusCode(303)
        .header("Location", equalTo(address + "/"));
    given()
        .get(address + "/")
        .then()
        .statusCode(200)
        .contentType(startsWith("text/html"))
        .header("Cache-Control", equalTo("no-cache"))
        .header("Content-Security-Policy", containsString("default-src 'self'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs/", "/read/", "/docs/oauth2-redirect.html"})
  @DisplayName("GATE-30 everything that a page loads is there, coded, and kept for ever")
  void loaded(String address) {
    List<String> files =
        LOADED
            .matcher(given().get(address).asString())
            .results()
            .map((MatchResult found) -> found.group(1))
            .toList();

    assertTrue(files.size() > 0, "a page loads something");
    assertEquals(files.size(), new TreeSet<>(files).size(), "once each");
    for (String file : files) {
      plainly()
          .header("Accept-Encoding", "gzip, br")
          .get(file)
          .then()
          .statusCode(200)
          .header("Content-Encoding", equalTo("gzip"))
          .header("Cache-Control", equalTo("public, max-age=31536000, immutable"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip;q=0, *", "br"})
  @DisplayName("GATE-30 who does not take gzip gets the same as it is")
  void plain(String accepted) {
    String file =
        LOADED
            .matcher(given().get("/docs/").asString())
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);

    String coded = given().header("Accept-Encoding", "gzip").get(file).asString();
    String plain =
        plainly()
            .header("Accept-Encoding", accepted)
            .get(file)
            .then()
            .header("Content-Encoding", equalTo(null))
            .extract()
            .asString();

    assertEquals(coded, plain);
  }

  @Test
  @DisplayName("GATE-30 what is not there is a problem, and other hashes are nothing")
  void missing() {
    given()
        .get("/pages/0123456789abcdef/docs.js")
        .then()
        .statusCode(404)
        .body("status", equalTo(404));
  }

  @Test
  @DisplayName("GATE-30 a page and all that it loads is no more than 700 kB over the wire")
  void size() {
    long bytes =
        LOADED
            .matcher(given().get("/docs/").asString())
            .results()
            .mapToLong(
                found ->
                    plainly()
                        .header("Accept-Encoding", "gzip")
                        .get(found.group(1))
                        .asByteArray()
                        .length)
            .sum();
    long document =
        plainly()
            .header("Accept-Encoding", "gzip")
            .get("/openapi?format=json")
            .asByteArray()
            .length;

    assertTrue(bytes > 300_000, "Swagger UI is among them");
    assertThat(bytes + document, lessThan(700_000L));
  }

  private static RequestSpecification plainly() {
    return given()
        .config(
            RestAssuredConfig.config()
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()));
  }
}
