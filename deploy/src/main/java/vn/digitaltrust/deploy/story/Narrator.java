package vn.digitaltrust.deploy.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import vn.digitaltrust.deploy.http.Http;

/**
 * Tells the story to a person at a terminal, or to a file: chapters, requests, answers, and what
 * was expected of them.
 */
public final class Narrator {
  private final PrintStream out;
  private final boolean coloured;
  private final boolean whole;

  /**
   * Tells it to this stream.
   *
   * @param coloured whether a person looks
   * @param whole whether bodies are told whole; else of each answer the line that matters
   */
  public Narrator(PrintStream out, boolean coloured, boolean whole) {
    this.out = out;
    this.coloured = coloured;
    this.whole = whole;
  }

  /** Tells nobody. */
  public static Narrator silent() {
    return new Narrator(
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
        false,
        true);
  }

  /** A new chapter. */
  public void chapter(String title) {
    out.printf("%n%s%n", paint("1;36", "── " + title + " "));
    out.flush();
  }

  /** Who asks what. */
  void request(String who, String method, String path, Object body) {
    out.printf("%n%s %s %s%n", paint("1", method), path, paint("2", "(" + who + ")"));
    if (body != null && whole) {
      out.println("  → " + Http.JSON.valueToTree(body).toString());
    }
    out.flush();
  }

  /** What came back: whole, without what is empty in it, or the line that matters. */
  void answer(Http.Answer answer) {
    String colour = answer.status() / 100 == 2 ? "32" : "33";
    out.println(
        "  ← " + paint(colour, Integer.toString(answer.status())) + " " + text(answer.json()));
    out.flush();
  }

  /** An expectation that holds. */
  void holds(String what) {
    out.println("  " + paint("32", "✓") + " " + what);
    out.flush();
  }

  /** A plain line. */
  public void say(String text) {
    out.println(text);
    out.flush();
  }

  private String text(JsonNode answer) {
    if (answer.isMissingNode()) {
      return "";
    }
    if (!whole) {
      return Gist.of(answer);
    }
    prune(answer);
    return answer.toString();
  }

  /** Takes empty properties away, which only widen the line. */
  private static void prune(JsonNode node) {
    node.forEach(Narrator::prune);
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .removeIf(
              it ->
                  it.getValue().isNull()
                      || it.getValue().isContainerNode() && it.getValue().isEmpty());
    }
  }

  private String paint(String code, String text) {
    return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
