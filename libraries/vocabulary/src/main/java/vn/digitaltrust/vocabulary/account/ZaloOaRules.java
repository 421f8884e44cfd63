package vn.digitaltrust.vocabulary.account;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Official accounts of Zalo: {@code zalo.me/{id or name}}. An id has 18 or 19 digits. No rule for
 * names is published; (ours) are 2–50 letters, digits, {@code _ . -}, at least one letter, case
 * ignored. A telephone number names a private person, so it is refused as such.
 */
final class ZaloOaRules implements PlatformRules {
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{17,18}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{2,50}");
  private static final int SHORTEST_TELEPHONE = 8;

  /** By ITU-T E.164. */
  private static final int LONGEST_TELEPHONE = 15;

  private static final Set<String> HOSTS = Set.of("zalo.me", "www.zalo.me");
  private static final Set<String> SHORT = Set.of("zaloapp.com", "www.zaloapp.com");

  /** VOC-15. */
  private static final Set<String> ZALOS_OWN =
      Set.of("app call chat download group login oa pc policy qr sticker support terms".split(" "));

  @Override
  public boolean isAt(String host) {
    return HOSTS.contains(host);
  }

  @Override
  public boolean shortensAt(String host) {
    return SHORT.contains(host);
  }

  @Override
  public String handleKey(String handle) {
    refuseTelephone(handle);
    String key = handle.toLowerCase(Locale.ROOT);
    if (ZALOS_OWN.contains(key)) {
      throw new AddressRefused(AddressFault.NOT_AN_ACCOUNT);
    }
    if (!NAME.matcher(handle).matches() || handle.chars().noneMatch(Character::isLetter)) {
      throw new AddressRefused(AddressFault.BAD_HANDLE);
    }
    return key;
  }

  @Override
  public boolean isId(String id) {
    refuseTelephone(id);
    return ID.matcher(id).matches();
  }

  /** However its digits are grouped or written. */
  private static void refuseTelephone(String text) {
    long digits = text.chars().filter(Character::isDigit).count();
    if (digits >= SHORTEST_TELEPHONE
        && digits <= LONGEST_TELEPHONE
        && text.chars().noneMatch(Character::isLetter)) {
      throw new AddressRefused(AddressFault.PHONE_NUMBER);
    }
  }

  @Override
  public Target read(String host, List<String> path, String query) {
    String first = path.isEmpty() ? "" : path.get(0);
    if (first.equals("qr")) {
      throw new AddressRefused(AddressFault.SHORT_LINK);
    }
    if (path.size() != 1) {
      throw new AddressRefused(AddressFault.NOT_AN_ACCOUNT);
    }
    return ID.matcher(first).matches() ? Target.id(first) : Target.handle(first);
  }

  @Override
  public String urlOfHandle(String handleKey) {
    return "https://zalo.me/" + handleKey;
  }

  @Override
  public String urlOfId(String id) {
    return "https://zalo.me/" + id;
  }
}
