package vn.digitaltrust.door;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** DOOR-18: the token of a request, the same for every spelling of its header. */
public final class Bearer {
  private static final String SCHEME = "Bearer";
  private static final int PARTS = 3;

  private Bearer() {}

  /**
   * The token as it was sent, which may be anything; null when the request brings no bearer token.
   * The header is written anew where it was spelt otherwise, so that whoever reads it after this
   * finds the same token.
   */
  public static String of(HttpServerRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null
        || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        || header.length() > SCHEME.length() && header.charAt(SCHEME.length()) != ' ') {
      return null;
    }
    String token = header.substring(SCHEME.length()).strip();
    String plain = SCHEME + ' ' + token;
    if (!plain.equals(header)) {
      request.headers().set(HttpHeaders.AUTHORIZATION, plain);
    }
    return token;
  }

  /**
   * Whether a token has the form of a signed one (RFC 7515, 7.1): three parts of base64url without
   * padding. The framework fails on some that have not, as if the fault were its own.
   */
  public static boolean isSigned(String token) {
    int parts = 1;
    int start = 0;
    for (int i = 0; i < token.length(); i++) {
      char character = token.charAt(i);
      if (character == '.') {
        if (i == start) {
          return false;
        }
        parts++;
        start = i + 1;
      } else if (!isBase64(character)) {
        return false;
      }
    }
    return parts == PARTS && start < token.length();
  }

  private static boolean isBase64(char character) {
    return character >= 'a' && character <= 'z'
        || character >= 'A' && character <= 'Z'
        || character >= '0' && character <= '9'
        || character == '-'
        || character == '_';
  }
}
