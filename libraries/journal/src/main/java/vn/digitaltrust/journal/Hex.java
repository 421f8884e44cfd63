package vn.digitaltrust.journal;

import java.util.HexFormat;

/** Hashes and salts as they are shown: lower-case hexadecimal digits. */
final class Hex {
  private static final HexFormat FORMAT = HexFormat.of();

  private Hex() {}

  static String of(byte[] bytes) {
    return bytes == null ? null : FORMAT.formatHex(bytes);
  }

  static byte[] bytes(String text) {
    return FORMAT.parseHex(text);
  }
}
