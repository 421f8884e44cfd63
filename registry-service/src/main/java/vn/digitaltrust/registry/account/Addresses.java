package vn.digitaltrust.registry.account;

import java.util.function.Supplier;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.account.AccountAddress;
import vn.digitaltrust.vocabulary.account.AddressRefused;
import vn.digitaltrust.vocabulary.account.Platform;

/**
 * Reads the address that a request gives, in whichever of its forms, or says what is wrong with it.
 */
final class Addresses {
  private Addresses() {}

  /** An address and the platform's own id, which may be known beside a handle. */
  record Given(AccountAddress address, String platformId) {}

  static Given of(AccountRequest request) {
    if (request.url() != null) {
      if (request.handle() != null) {
        throw Refusal.invalid("url", "account.one-form");
      }
      var address = ofUrl(request.url());
      if (request.platform() != null && request.platform() != address.platform()) {
        throw Refusal.invalid("platform", "account.platform-differs", address.platform());
      }
      return given(address, request.platformId());
    }
    if (request.platform() == null) {
      throw Refusal.invalid("platform", "account.platform-needed");
    }
    if (request.handle() != null) {
      return given(ofHandle(request.platform(), request.handle()), request.platformId());
    }
    if (request.platformId() == null) {
      throw Refusal.invalid("handle", "account.one-form");
    }
    return given(ofPlatformId(request.platform(), request.platformId()), null);
  }

  static AccountAddress ofHandle(Platform platform, String handle) {
    return read("handle", () -> AccountAddress.ofHandle(platform, handle));
  }

  static AccountAddress ofPlatformId(Platform platform, String id) {
    return read("platformId", () -> AccountAddress.ofPlatformId(platform, id));
  }

  static AccountAddress ofUrl(String url) {
    return read("url", () -> AccountAddress.ofUrl(url));
  }

  private static Given given(AccountAddress address, String platformId) {
    if (platformId == null || address.platformId() != null) {
      if (platformId != null && !platformId.equals(address.platformId())) {
        throw Refusal.invalid("platformId", "account.id-differs");
      }
      return new Given(address, address.platformId());
    }
    return new Given(address, ofPlatformId(address.platform(), platformId).platformId());
  }

  private static AccountAddress read(String field, Supplier<AccountAddress> reading) {
    try {
      return reading.get();
    } catch (AddressRefused refused) {
      throw Refusal.invalid(field, refused.key(), refused.arguments());
    }
  }
}
