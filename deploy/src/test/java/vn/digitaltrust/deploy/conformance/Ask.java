package vn.digitaltrust.deploy.conformance;

import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.stream.Stream;

/**
 * One request to the stub, and under which role.
 *
 * @param id of the parcel in its path, or an empty text
 */
record Ask(HttpExchange exchange, String role, String id, String body) {
  String header(String name) {
    return exchange.getRequestHeaders().getFirst(name);
  }

  String query(String name) {
    String query = exchange.getRequestURI().getQuery();
    for (String part : query == null ? new String[0] : query.split("&")) {
      if (part.startsWith(name + "=")) {
        return part.substring(name.length() + 1);
      }
    }
    return null;
  }

  /** The names in the query, in their order. */
  List<String> names() {
    String query = exchange.getRequestURI().getQuery();
    return query == null
        ? List.of()
        : Stream.of(query.split("&")).map(part -> part.split("=")[0]).toList();
  }

  /** A number in the query. */
  long number(String name, long least, long most, long otherwise) {
    String text = query(name);
    try {
      long number = text == null ? otherwise : Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new Refused(400, "malformed-request");
    }
    throw new Refused(400, "invalid-value");
  }
}
