package vn.digitaltrust.gateway.account;

/**
 * ACC-1: an account in the form under which it is kept.
 *
 * @param platform where it is
 * @param byHandle whether {@code value} is the key of its handle, or the platform's own id
 * @param value the key or the id
 */
public record Account(Platform platform, boolean byHandle, String value) {

  /**
   * Reads a handle, with or without one {@code @} in front.
   *
   * @throws NotAnAccount when the platform allows no such handle, or its accounts are not kept
   */
  public static Account ofHandle(Platform platform, String handle) {
    String bare = handle.startsWith("@") ? handle.substring(1) : handle;
    return new Account(platform, true, platform.reader().handle(bare));
  }

  /**
   * Reads the platform's own id.
   *
   * @throws NotAnAccount when the platform gives no such id, or its accounts are not kept
   */
  public static Account ofId(Platform platform, String id) {
    if (!platform.reader().isId(id)) {
      throw new NotAnAccount(Fault.BAD_PLATFORM_ID);
    }
    return new Account(platform, false, id);
  }

  /**
   * Reads the address of an account's page.
   *
   * @throws NotAnAccount when it is none, with the first fault by ACC-3
   */
  public static Account ofUrl(String url) {
    Address address = Address.read(url);
    Platform platform = address.platform();
    Reader.Named named = platform.reader().page(address.path(), address.query());
    return named.byHandle()
        ? new Account(platform, true, platform.reader().handle(named.text()))
        : ofId(platform, named.text());
  }
}
