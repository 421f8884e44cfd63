package vn.digitaltrust.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
  private final Addresses addresses = new Addresses();

  @BeforeEach
  void some() {
    addresses.add("/v1/things", "GET");
    addresses.add("/v1//things/", "POST");
    addresses.add("/v1/things/{id}", "PUT");
    addresses.add("/v1/things/search", "GET");
    addresses.add("/v1/things/{id}/acts", "POST");
    addresses.add("/v1/things/by-number/{number}", "GET");
    addresses.add("/", "GET");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/things, 'GET, HEAD, OPTIONS, POST'",
    "/v1/things/, 'GET, HEAD, OPTIONS, POST'",
    "/v1/things/7, 'OPTIONS, PUT'",
    "/v1/things/search, 'GET, HEAD, OPTIONS, PUT'",
    "/v1/things/7/acts, 'OPTIONS, POST'",
    "/v1/things/by-number/7, 'GET, HEAD, OPTIONS'",
    "/v1/things/by-number/acts, 'GET, HEAD, OPTIONS, POST'",
    "/v1/things/7/none, ''",
    "/v1, ''",
    "/, 'GET, HEAD, OPTIONS'"
  })
  @DisplayName(
      "DOOR-25 an address takes the methods of all its forms, and none where it has no form")
  void methods(String path, String allowed) {
    assertEquals(allowed, addresses.allow(path));
  }

  @Test
  @DisplayName("DOOR-26 an address is known by its form, with words before parameters")
  void templates() {
    assertEquals("/v1/things/{id}", addresses.template("/v1/things/7"));
    assertEquals("/v1/things/search", addresses.template("/v1/things/search"));
    assertEquals("/v1/things", addresses.template("/v1//things"));
    assertNull(addresses.template("/v1/other"));
  }
}
