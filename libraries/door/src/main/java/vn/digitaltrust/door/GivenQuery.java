package vn.digitaltrust.door;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * DOOR-4: the query of a request as it was sent. The framework's own reading finds a parameter
 * under any case of its name and takes {@code ;} for {@code &}, so what it shows is not what was
 * asked.
 */
record GivenQuery(List<Parameter> parameters) {
  private static final GivenQuery EMPTY = new GivenQuery(List.of());

  /** One name and value, decoded. */
  record Parameter(String name, String value) {}

  /**
   * Reads a query.
   *
   * @param raw as it stands in the address, without the question mark; null for none
   * @throws Refusal 400 when it holds a bare semicolon or an escape that is none
   */
  static GivenQuery of(String raw) {
    if (raw == null || raw.isEmpty()) {
      return EMPTY;
    }
    if (raw.indexOf(';') >= 0) {
      throw Refusal.because(Kind.MALFORMED_REQUEST, "query.semicolon");
    }
    List<Parameter> parameters = new ArrayList<>(4);
    for (String part : raw.split("&")) {
      if (!part.isEmpty()) {
        int equals = part.indexOf('=');
        parameters.add(
            new Parameter(
                decoded(equals < 0 ? part : part.substring(0, equals)),
                equals < 0 ? "" : decoded(part.substring(equals + 1))));
      }
    }
    return new GivenQuery(parameters);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEscaped) {
      throw Refusal.of(Kind.MALFORMED_REQUEST);
    }
  }
}
