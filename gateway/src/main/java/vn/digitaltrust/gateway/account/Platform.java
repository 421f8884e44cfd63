package vn.digitaltrust.gateway.account;

import java.util.Arrays;
import java.util.List;

/** The platforms that measures may name; those with a reader have accounts that can be checked. */
public enum Platform {
  TIKTOK(new TikTok()),
  YOUTUBE(new YouTube()),
  FACEBOOK(new Facebook()),
  INSTAGRAM(null),
  THREADS(null),
  X(null),
  ZALO_OA(null),
  OTHER(null);

  private final Reader reader;

  Platform(Reader reader) {
    this.reader = reader;
  }

  /** The platforms whose accounts can be checked. */
  public static List<Platform> withAccounts() {
    return Arrays.stream(values()).filter(platform -> platform.reader != null).toList();
  }

  Reader reader() {
    if (reader == null) {
      throw new NotAnAccount(Fault.UNSUPPORTED_PLATFORM);
    }
    return reader;
  }

  boolean isAt(String host) {
    return reader != null && reader.isAt(host);
  }

  boolean shortensAt(String host) {
    return reader != null && reader.shortensAt(host);
  }
}
