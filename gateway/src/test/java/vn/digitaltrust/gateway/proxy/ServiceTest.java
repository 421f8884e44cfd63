package vn.digitaltrust.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
