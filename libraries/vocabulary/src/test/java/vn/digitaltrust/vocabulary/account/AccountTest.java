package vn.digitaltrust.vocabulary.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.vocabulary.account.AccountAddressTest.Vector;

/** VOC-10, VOC-11, VOC-12: accounts as they are compared. */
class AccountTest {
  static Stream<Vector> vectors() throws IOException {
    return AccountAddressTest.vectors();
  }

  private static Account read(Vector vector) {
    return switch (vector.kind()) {
      case "url" -> Account.ofUrl(vector.input());
      case "handle" -> Account.ofHandle(Platform.valueOf(vector.platform()), vector.input());
      case "platformId" -> Account.ofId(Platform.valueOf(vector.platform()), vector.input());
      default -> throw new IllegalArgumentException(vector.kind());
    };
  }

  @ParameterizedTest
  @MethodSource("vectors")
  @DisplayName("VOC-12 each vector has its outcome, the first fault if there are several")
  void vector(Vector vector) {
    if (!vector.outcome().equals("OK")) {
      AddressRefused none = assertThrows(AddressRefused.class, () -> read(vector));
      assertEquals(vector.outcome(), none.fault().name());
      return;
    }
    boolean byHandle = !vector.handleKey().isEmpty();
    Account expected =
        new Account(
            Platform.valueOf(vector.platform()),
            byHandle,
            byHandle ? vector.handleKey() : vector.platformId());
    assertEquals(expected, read(vector));
  }

  @Test
  @DisplayName("VOC-11 an address of 500 characters is read, one of 501 is not")
  void longest() {
    String host = "https://www.tiktok.com/";
    assertEquals(AddressFault.BAD_HANDLE, fault(host + "@" + "a".repeat(476)));
    assertEquals(AddressFault.MALFORMED, fault(host + "@" + "a".repeat(477)));
  }

  @Test
  @DisplayName("VOC-11 what an app adds may be longer, up to 2,000 characters in all")
  void longestShared() {
    String page = "https://www.tiktok.com/@dt.linh?_t=";
    assertEquals("dt.linh", Account.ofUrl(page + "a".repeat(2_000 - page.length())).value());
    assertEquals(AddressFault.MALFORMED, fault(page + "a".repeat(2_001 - page.length())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"saved", "about", "games", "watch", "Ha.sh.tag", "Marketplace"})
  @DisplayName("VOC-15 a page of the platform itself is no account, by address or as a handle")
  void ofThePlatform(String page) {
    assertEquals(AddressFault.NOT_AN_ACCOUNT, fault("https://www.facebook.com/" + page));
    AddressRefused refused =
        assertThrows(AddressRefused.class, () -> Account.ofHandle(Platform.FACEBOOK, "@" + page));
    assertEquals(AddressFault.NOT_AN_ACCOUNT, refused.fault());
    assertEquals("account.not-an-account", refused.key());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0912345678", "+84912345678", "84 912 345 678", "0912.345.678"})
  @DisplayName("VOC-16 a telephone number is refused as one, and no part of it is told")
  void telephone(String number) {
    for (Executable reading :
        List.<Executable>of(
            () -> Account.ofHandle(Platform.ZALO_OA, number),
            () -> Account.ofId(Platform.ZALO_OA, number),
            () -> Account.ofUrl("https://zalo.me/" + number.replace(" ", "%20")))) {
      AddressRefused refused = assertThrows(AddressRefused.class, reading);
      assertEquals(AddressFault.PHONE_NUMBER, refused.fault());
      assertFalse(String.valueOf(refused.getMessage()).contains("912"));
      assertEquals(0, refused.arguments().length);
    }
  }

  @Test
  @DisplayName("VOC-18 a platform without a class of its own is read on its listed host only")
  void listedHosts() {
    assertEquals(
        new Account(Platform.OTHER, true, "gapo.vn/dt.linh"),
        Account.ofUrl("https://www.gapo.vn/dt.linh"));
    assertEquals(AddressFault.UNKNOWN_HOST, fault("https://example.com/dt.linh"));
    AddressRefused unlisted =
        assertThrows(
            AddressRefused.class, () -> Account.ofHandle(Platform.OTHER, "example.com/dt.linh"));
    assertEquals(AddressFault.BAD_HANDLE, unlisted.fault());
  }

  private static AddressFault fault(String url) {
    return assertThrows(AddressRefused.class, () -> Account.ofUrl(url)).fault();
  }
}
