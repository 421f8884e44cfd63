package vn.digitaltrust.deploy.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may do what, as people have decided it: a line for each operation, a column for each role.
 *
 * <p>It is the one thing that a new operation must be added to. {@code x-roles} comes from the same
 * annotations that guard the operation, so comparing it with what the operation does shows a slip
 * of the machinery and never a slip of the author. Who may do what is for a person to say, and to
 * say twice.
 */
final class Table {
  /** Let in everywhere. */
  static final String YES = "yes";

  /** Let in to some rows, and not to those of others. */
  static final String OWN = "own rows";

  /** Anybody may, without a token. */
  static final String OPEN = "open";

  private final String name;
  private final List<String> roles;
  private final Map<String, Map<String, String>> lines = new LinkedHashMap<>();

  private Table(String name, List<String> text) {
    this.name = name;
    this.roles = cells(text.get(0)).stream().skip(1).toList();
    for (String line : text.subList(2, text.size())) {
      List<String> cells = cells(line);
      Map<String, String> allowed = new LinkedHashMap<>();
      for (int at = 0; at < roles.size(); at++) {
        if (!cells.get(at + 1).isEmpty()) {
          allowed.put(roles.get(at), cells.get(at + 1));
        }
      }
      lines.put(cells.get(0).replace("`", ""), allowed);
    }
  }

  /** Reads one from the class path. */
  static Table read(String name) {
    try (InputStream file = Table.class.getResourceAsStream(name)) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return new Table(name, text.lines().filter(line -> line.startsWith("|")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
        .map(String::strip)
        .toList();
  }

  /** Operations that it has a line for and a document has not. */
  Set<String> gone(Contract contract) {
    Set<String> gone = new TreeSet<>(lines.keySet());
    contract.operations().forEach(operation -> gone.remove(operation.toString()));
    return gone;
  }

  /** Whether a role is let in to rows of its own and not to those of others. */
  boolean isForOwnRows(String operation, String role) {
    return OWN.equals(lines.getOrDefault(operation, Map.of()).get(role));
  }

  /**
   * What is to be changed if an operation is to be as it is.
   *
   * @param seen by role how it was let in; nothing for a role that was not
   */
  Optional<String> difference(String operation, Map<String, String> seen) {
    if (seen.equals(lines.get(operation))) {
      return Optional.empty();
    }
    Set<String> unknown = new TreeSet<>(seen.keySet());
    roles.forEach(unknown::remove);
    return Optional.of(
        "Who may do what stands in %s. If this is decided, its line there is:%n%s%s"
            .formatted(
                name,
                line(operation, seen),
                unknown.isEmpty() ? "" : "\nwith columns for " + unknown));
  }

  /** A table of what was seen, in the form of the one that was decided. */
  List<String> written(Map<String, Map<String, String>> seen) {
    List<String> written = new ArrayList<>();
    written.add("| Operation | " + String.join(" | ", roles) + " |");
    written.add("|---|" + "---|".repeat(roles.size()));
    seen.forEach((operation, allowed) -> written.add(line(operation, allowed)));
    return written;
  }

  private String line(String operation, Map<String, String> allowed) {
    StringBuilder line = new StringBuilder("| `" + operation + "` |");
    roles.forEach(role -> line.append(' ').append(allowed.getOrDefault(role, "")).append(" |"));
    return line.toString();
  }
}
