package vn.digitaltrust.sanctions.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import vn.digitaltrust.journal.testing.Tokens;

/** What the journal and its snapshot tell somebody about a subject, through the API. */
public final class Told {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PAGE = 1_000;

  private final Api reader;
  private final UUID subject;

  private Told(Api reader, UUID subject) {
    this.reader = reader;
    this.subject = subject;
  }

  /** Any member; another one each time, as each has one seat for the snapshot. */
  public static Told toMembers(UUID subject) {
    return new Told(Api.person(UUID.randomUUID().toString(), "platform"), subject);
  }

  /** One of the suite's services. */
  public static Told to(String client, UUID subject) {
    return new Told(Api.token(Tokens.service(client)), subject);
  }

  /** A member of whatever kind. */
  public static Told to(Api reader, UUID subject) {
    return new Told(reader, subject);
  }

  /** The entries about the subject that the reader is shown, from the first one on. */
  public List<JsonNode> feed() {
    StringBuilder lines = new StringBuilder();
    long after = 0;
    long head;
    do {
      JsonNode page =
          json(
              reader
                  .get("journal?limit=" + PAGE + "&after=" + after)
                  .then()
                  .statusCode(200)
                  .extract()
                  .asString());
      page.path("entries").forEach(entry -> lines.append(entry).append('\n'));
      JsonNode last = page.path("entries").path(page.path("entries").size() - 1);
      after = last.isMissingNode() ? after : last.path("position").asLong();
      head = page.path("head").path("position").asLong();
    } while (after < head);
    return about(lines.toString());
  }

  /** The lines of the snapshot about the subject. */
  public List<JsonNode> snapshot() {
    return about(reader.get("snapshot").then().statusCode(200).extract().asString());
  }

  private List<JsonNode> about(String lines) {
    return lines.lines().map(Told::json).filter(isAbout()).toList();
  }

  private Predicate<JsonNode> isAbout() {
    return line -> line.path("subject").asText().equals(subject.toString());
  }

  /** The state that an entry tells. */
  public static JsonNode state(JsonNode entry) {
    return json(entry.path("payload").asText());
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
