package vn.digitaltrust.gateway.document;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.digitaltrust.door.Kind;
import vn.digitaltrust.door.Words;

/**
 * DOC-13: every type of problem with its statuses, its cause and its cure, from the list and the
 * words that the suite answers with.
 */
final class ProblemTable {
  /** Stands for what a problem names in its place. */
  private static final String NAMED = "…";

  private ProblemTable() {}

  /** The text with the table in both languages where it names them. */
  static String into(String text) {
    return text.replace(
            "{{problems-en}}", table(Words.in("en"), "| Type | Status | Title | What to do |"))
        .replace("{{problems-vi}}", table(Words.in("vi"), "| Loại | Mã | Tên | Cần làm gì |"));
  }

  private static String table(Words words, String head) {
    Map<String, List<Kind>> types =
        Arrays.stream(Kind.values())
            .collect(
                Collectors.groupingBy(
                    kind -> kind.type().toString(), LinkedHashMap::new, Collectors.toList()));
    return types.entrySet().stream()
        .map(type -> row(words, type.getKey(), type.getValue()))
        .collect(Collectors.joining("\n", head + "\n|---|---|---|---|\n", ""));
  }

  private static String row(Words words, String type, List<Kind> kinds) {
    Kind first = kinds.get(0);
    String statuses =
        kinds.stream()
            .map(kind -> Integer.toString(kind.status()))
            .distinct()
            .collect(Collectors.joining(", "));
    return "| `%s` | %s | %s | %s |"
        .formatted(
            type,
            statuses,
            words.title(first),
            words.text(first.slug() + ".detail", NAMED, NAMED).replace("|", "\\|"));
  }
}
