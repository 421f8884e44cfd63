package vn.digitaltrust.vocabulary.account;

import java.text.Normalizer;

/**
 * VOC-10: where an account is found, with the handle as it was written: what a register keeps. Made
 * from a handle, a page's address or the platform's own id.
 *
 * @param account the account, as it is compared
 * @param displayHandle the handle as it was written (NFC), without {@code @}, or null when only the
 *     id is known
 */
public record AccountAddress(Account account, String displayHandle) {

  /**
   * Reads a handle, with or without one {@code @} in front.
   *
   * @throws AddressRefused when the platform allows no such handle
   */
  public static AccountAddress ofHandle(Platform platform, String handle) {
    return new AccountAddress(Account.ofHandle(platform, handle), shown(Account.bare(handle)));
  }

  /**
   * Reads the platform's own id.
   *
   * @throws AddressRefused when the platform gives no such id
   */
  public static AccountAddress ofPlatformId(Platform platform, String id) {
    return new AccountAddress(Account.ofId(platform, id), null);
  }

  /**
   * Reads the address of an account's page; the platform follows from the host.
   *
   * @throws AddressRefused when it is none, with the first fault by VOC-12
   */
  public static AccountAddress ofUrl(String url) {
    Address address = Address.read(url);
    PlatformRules.Target target = address.target();
    return new AccountAddress(
        Account.of(address.platform(), target), target.byHandle() ? shown(target.text()) : null);
  }

  private static String shown(String handle) {
    return Normalizer.normalize(handle, Normalizer.Form.NFC);
  }

  /** The platform. */
  public Platform platform() {
    return account.platform();
  }

  /** What all spellings of the handle share, or null when only the id is known. */
  public String handleKey() {
    return account.byHandle() ? account.value() : null;
  }

  /** The platform's own id, or null when only the handle is known. */
  public String platformId() {
    return account.byHandle() ? null : account.value();
  }

  /** The canonical page, or null where an id has none. */
  public String url() {
    return account.url();
  }
}
