package vn.digitaltrust.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.gateway.door.Paths;

class ServiceTest {
  private final Service registry = Service.at("registry", URI.create("http://localhost:8081"));

  @Test
  @DisplayName("PROXY-1 A service owns its API and the document of it, and nothing else")
  void owns() {
    assertTrue(registry.owns("/registry/v1/kols"));
    assertTrue(registry.owns("/registry/openapi"));
    assertFalse(registry.owns("/registry/"));
    assertFalse(registry.owns("/registry/v1"));
    assertFalse(registry.owns("/registry/v2/kols"));
    assertFalse(registry.owns("/registry/q/health"));
    assertFalse(registry.owns("/registry/openapi/x"));
    assertFalse(registry.owns("/registry"));
    assertFalse(registry.owns("/registry-x/v1"));
    assertFalse(registry.owns("/Registry/v1"));
    assertFalse(registry.owns("/x/registry/"));
    assertFalse(registry.owns("/"));
  }

  private static boolean isPoll(HttpMethod method, String target) {
    return Service.isPoll(
        method,
        Paths.of(target),
        () -> MultiMap.caseInsensitiveMultiMap().addAll(parameters(target)));
  }

  private static Map<String, String> parameters(String target) {
    Map<String, String> parameters = new HashMap<>();
    new QueryStringDecoder(target)
        .parameters()
        .forEach((name, values) -> parameters.put(name, values.get(0)));
    return parameters;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?wait=20",
        "?after=1&wait=20",
        "?w%61it=20",
        "?%77%61%69%74=20",
        "?WAIT=20",
        "?limit=1;wait=20",
        "?wait",
        "/?wait=20"
      })
  @DisplayName("PROXY-8 A read of a journal is a long-poll if its decoded query says wait")
  void polls(String rest) {
    assertTrue(isPoll(HttpMethod.GET, "/registry/v1/journal" + rest));
    assertTrue(isPoll(HttpMethod.HEAD, "/registry/v1/journal" + rest));
    assertFalse(isPoll(HttpMethod.POST, "/registry/v1/journal" + rest));
    assertFalse(isPoll(HttpMethod.GET, "/registry/v1/kols" + rest));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?after=1", "?hash=wait", "?after=1&await=20", "?after=wait%3D20"})
  @DisplayName("PROXY-8 Any other read of a journal is none")
  void noPolls(String rest) {
    assertFalse(isPoll(HttpMethod.GET, "/registry/v1/journal" + rest));
  }

  @Test
  @DisplayName("An origin without a port has the port of its scheme")
  void ports() {
    assertEquals(80, Service.at("registry", URI.create("http://registry")).port());
    assertEquals(443, Service.at("registry", URI.create("https://registry")).port());
    assertTrue(Service.at("registry", URI.create("https://registry")).tls());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://h/registry", "http://h/", "ftp://h", "h:80", "http://h?x", "http:///a"})
  @DisplayName("What is more than an origin stops the start, since paths are not rewritten")
  void origins(String url) {
    URI uri = URI.create(url);
    assertThrows(IllegalArgumentException.class, () -> Service.at("registry", uri));
  }
}
