package vn.digitaltrust.door;

import io.netty.handler.codec.http.HttpUtil;

/** DOOR-17: what the head of a request, and the first bytes of its body, say about its form. */
public final class BodyForm {
  private BodyForm() {}

  /**
   * Whether a request says that it has no body, so that what its head says about one is idle.
   *
   * @param contentLength the header as it came; null when it did not, as in HTTP/2
   */
  public static boolean isEmpty(String contentLength) {
    return contentLength != null && contentLength.strip().equals("0");
  }

  /**
   * Whether a body is coded, so that it would have to be unpacked.
   *
   * @param contentEncoding the header as it came; null when it did not
   */
  public static boolean isCoded(String contentEncoding) {
    return contentEncoding != null && !contentEncoding.strip().equalsIgnoreCase("identity");
  }

  /**
   * The encoding in which a body is announced, if it is another than UTF-8; else null.
   *
   * @param contentType the header as it came; null when it did not
   */
  public static String otherCharset(String contentType) {
    CharSequence charset = contentType == null ? null : HttpUtil.getCharsetAsSequence(contentType);
    return charset == null || "utf-8".equalsIgnoreCase(charset.toString().strip())
        ? null
        : charset.toString();
  }

  /**
   * Whether JSON begins as none in UTF-8 does. Its first characters are ASCII, so in UTF-16 and
   * UTF-32 there is a zero among the first bytes, or a byte order mark that UTF-8 has no such bytes
   * for. A reader of JSON would guess the encoding from them.
   *
   * @param bytes the beginning of a body or of a line
   * @param count how many of the bytes are there
   */
  public static boolean isOtherEncoding(byte[] bytes, int count) {
    for (int i = 0; i < Math.min(count, 4); i++) {
      if (bytes[i] == 0 || bytes[i] == (byte) 0xFE || bytes[i] == (byte) 0xFF) {
        return true;
      }
    }
    return false;
  }
}
