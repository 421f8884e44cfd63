package vn.digitaltrust.vocabulary.account;

/**
 * VOC-10: an account in the one form under which it is kept and compared.
 *
 * @param platform where it is
 * @param byHandle whether {@code value} is the key of its handle, or the platform's own id
 * @param value what all spellings of the handle share, or the id as the platform writes it
 */
public record Account(Platform platform, boolean byHandle, String value) {

  /**
   * Reads a handle, with or without one {@code @} in front.
   *
   * @throws AddressRefused when the platform allows no such handle
   */
  public static Account ofHandle(Platform platform, String handle) {
    return new Account(platform, true, platform.rules().handleKey(bare(handle)));
  }

  /**
   * Reads the platform's own id.
   *
   * @throws AddressRefused when the platform gives no such id
   */
  public static Account ofId(Platform platform, String id) {
    if (!platform.rules().isId(id)) {
      throw new AddressRefused(AddressFault.BAD_PLATFORM_ID);
    }
    return new Account(platform, false, id);
  }

  /**
   * Reads the address of an account's page; the platform follows from the host.
   *
   * @throws AddressRefused when it is none, with the first fault by VOC-12
   */
  public static Account ofUrl(String url) {
    Address address = Address.read(url);
    return of(address.platform(), address.target());
  }

  static Account of(Platform platform, PlatformRules.Target target) {
    return target.byHandle()
        ? new Account(platform, true, platform.rules().handleKey(target.text()))
        : ofId(platform, target.text());
  }

  /** A handle as it was written, without the {@code @} that may stand in front. */
  static String bare(String handle) {
    return handle.startsWith("@") ? handle.substring(1) : handle;
  }

  /** The address of the canonical page, or null where the platform has none for an id. */
  public String url() {
    return byHandle ? platform.rules().urlOfHandle(value) : platform.rules().urlOfId(value);
  }
}
