package vn.digitaltrust.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTest {
  private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();

  /** A request with these headers and nothing else. */
  private HttpServerRequest request(String authorization) {
    headers.set("Authorization", authorization);
    return (HttpServerRequest)
        Proxy.newProxyInstance(
            HttpServerRequest.class.getClassLoader(),
            new Class<?>[] {HttpServerRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "headers" -> headers;
                  case "getHeader" -> headers.get((CharSequence) arguments[0]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer a.b.c", "bearer a.b.c", "BEARER a.b.c", "Bearer    a.b.c"})
  @DisplayName("DOOR-18 the token is the same under every spelling of its scheme")
  void spelt(String header) {
    assertEquals("a.b.c", Bearer.of(request(header)));
    assertEquals("Bearer a.b.c", headers.get("Authorization"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic dTpw", "Bearer:a.b.c", "Bearers a.b.c", "a.b.c", ""})
  @DisplayName("DOOR-18 another scheme brings no token, and stays as it was sent")
  void others(String header) {
    assertNull(Bearer.of(request(header)));
    assertEquals(header, headers.get("Authorization"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b.c", "eyJ_-0.A9z.sig-_"})
  @DisplayName("DOOR-18 three parts of base64url are a signed token")
  void signed(String token) {
    assertTrue(Bearer.isSigned(token));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", ".", "..", "...", "....", "a", "a.b", "a.b.", ".b.c", "a..c", "a.b.c.d", "a.b.c=",
        "a.b.c==", "a.b.c d", "a.b.c+", "a.b.ç"
      })
  @DisplayName("DOOR-18 anything else is none")
  void unsigned(String token) {
    assertFalse(Bearer.isSigned(token));
  }
}
