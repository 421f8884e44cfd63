package vn.digitaltrust.journal.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A journal in memory, as a stub of a neighbour serves it, with real hashes. */
public final class Feed {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String journal;
  private final List<ObjectNode> entries = new ArrayList<>();
  private Runnable onAppend = () -> {};

  /**
   * An empty journal.
   *
   * @param journal its name, as a snapshot tells it: {@code registry}
   */
  public Feed(String journal) {
    this.journal = journal;
  }

  /** Appends a public entry: the complete state of an aggregate. */
  public synchronized long append(String aggregate, UUID subject, UUID id, Object state) {
    return append(aggregate, subject, id, state, "PUBLIC");
  }

  /** Appends an entry for an audience. */
  public synchronized long append(
      String aggregate, UUID subject, UUID id, Object state, String audience) {
    return append(aggregate + ".changed", aggregate, subject, id, state, audience);
  }

  /** Appends an entry of a type; its version is its position, which is returned. */
  public synchronized long append(
      String type, String aggregate, UUID subject, UUID id, Object state, String audience) {
    long position = entries.size() + 1L;
    String payload = JSON.valueToTree(state).toString();
    entries.add(
        HashedEntry.of(position, headHash(), type, aggregate, subject, id, audience, payload));
    onAppend.run();
    return position;
  }

  /** Forgets all entries after a position, as a restored backup would. */
  public synchronized void rewind(long position) {
    while (entries.size() > position) {
      entries.remove(entries.size() - 1);
    }
    onAppend.run();
  }

  /** The position of the last entry. */
  public synchronized long head() {
    return entries.size();
  }

  /** What is run whenever the journal has changed. */
  public synchronized void onAppend(Runnable wake) {
    onAppend = wake;
  }

  /** Whether this journal holds that position with that hash. */
  public synchronized boolean holds(long position, String hash) {
    return position == 0
        ? HashedEntry.START.equals(hash)
        : position <= entries.size()
            && entries.get((int) position - 1).get("hash").asText().equals(hash);
  }

  /** The lines of a page after a position. */
  public synchronized String page(long after, int limit) {
    StringBuilder lines = new StringBuilder();
    entries.stream().skip(after).limit(limit).forEach(entry -> lines.append(entry).append('\n'));
    ObjectNode head = JSON.createObjectNode();
    head.putObject("head").put("position", entries.size()).put("hash", headHash());
    return lines.append(head).append('\n').toString();
  }

  /** The lines of a snapshot: the latest entry of each aggregate for each audience but parties. */
  public synchronized List<String> snapshot() {
    Map<String, JsonNode> latest = new LinkedHashMap<>();
    for (JsonNode entry : entries) {
      String audience = entry.get("audience").asText();
      if (!audience.equals("PARTY")) {
        String key = audience + entry.get("aggregate").asText() + entry.get("aggregateId").asText();
        latest.remove(key);
        latest.put(key, entry);
      }
    }
    List<String> lines = new ArrayList<>();
    ObjectNode header = JSON.createObjectNode();
    header.put("journal", journal).put("position", entries.size()).put("hash", headHash());
    lines.add(header + "\n");
    latest.values().forEach(entry -> lines.add(entry + "\n"));
    lines.add("{\"end\":true,\"count\":" + latest.size() + "}\n");
    return lines;
  }

  private String headHash() {
    return entries.isEmpty()
        ? HashedEntry.START
        : entries.get(entries.size() - 1).get("hash").asText();
  }
}
