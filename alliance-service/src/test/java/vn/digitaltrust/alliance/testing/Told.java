package vn.digitaltrust.alliance.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import vn.digitaltrust.journal.Audience;
import vn.digitaltrust.journal.Entry;

/** What the neighbours' journals tell, made by hand. */
public final class Told {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Told() {}

  /** The public state of a measure without a term, about a subject. */
  public static ObjectNode measure(UUID id, UUID subject, String kind, Instant startsAt) {
    ObjectNode state = JSON.createObjectNode();
    state.put("id", id.toString()).put("subject", subject.toString()).put("kind", kind);
    state.put("class", "ALLIANCE_MEASURE").put("startsAt", startsAt.toString());
    state.putNull("endsAt").putNull("end");
    state.putObject("ground").put("code", "CODE-1").put("title", "Quy tắc").put("provision", "1");
    state.putArray("stays");
    return state;
  }

  /** The same, with a stay. */
  public static ObjectNode stayed(ObjectNode measure, Instant startsAt, Instant endsAt) {
    ObjectNode copy = measure.deepCopy();
    copy.withArray("stays")
        .addObject()
        .put("startsAt", startsAt.toString())
        .put("endsAt", endsAt == null ? null : endsAt.toString());
    return copy;
  }

  /** The same, until an instant. */
  public static ObjectNode until(ObjectNode measure, Instant endsAt) {
    return measure.deepCopy().put("endsAt", endsAt.toString());
  }

  /** The same, ended by a decision. */
  public static ObjectNode ended(ObjectNode measure, String how, Instant at) {
    ObjectNode copy = measure.deepCopy();
    copy.putObject("end").put("state", how).put("at", at.toString());
    return copy;
  }

  /** An entry of the journal of sanctions. */
  public static Entry of(ObjectNode measure) {
    return entry("measure.told", "measure", measure, Instant.EPOCH);
  }

  /** The same as sanctions tells it inside. */
  public static Entry inside(ObjectNode measure) {
    return as(Audience.INTERNAL, of(measure));
  }

  /** That a measure is no longer told to an audience. */
  public static Entry unpublished(ObjectNode measure, Audience audience) {
    ObjectNode state = JSON.createObjectNode();
    state.set("id", measure.get("id"));
    state.set("subject", measure.get("subject"));
    state.put("publication", "ENDED");
    return as(audience, entry("measure.unpublished", "measure", state, Instant.EPOCH));
  }

  private static Entry as(Audience audience, Entry entry) {
    return new Entry(
        entry.position(),
        entry.hash(),
        entry.recordedAt(),
        entry.type(),
        entry.subject(),
        entry.aggregate(),
        entry.aggregateId(),
        entry.version(),
        audience,
        entry.schema(),
        entry.state());
  }

  /** An entry of the registry's journal. */
  public static Entry subject(UUID id, String status, UUID mergedInto, Instant recordedAt) {
    ObjectNode state = JSON.createObjectNode();
    state.put("id", id.toString()).put("kind", "KOL").put("status", status);
    state.put("mergedInto", mergedInto == null ? null : mergedInto.toString());
    return entry("kol.told", "subject", state, recordedAt);
  }

  /** An entry that tells offices what a subject is called; null when no name may be shown. */
  public static Entry name(UUID id, String name) {
    ObjectNode state = JSON.createObjectNode();
    state.put("id", id.toString()).put("displayName", name);
    state.put("registrationNumber", "KOL-100000011");
    return entry("kol.named", "subject-name", state, Instant.EPOCH);
  }

  /** An entry with this state; its subject is the state's, or the aggregate itself. */
  public static Entry entry(String type, String aggregate, ObjectNode state, Instant recordedAt) {
    UUID id = UUID.fromString(state.path("id").asText());
    UUID subject =
        state.hasNonNull("subject") ? UUID.fromString(state.get("subject").asText()) : id;
    return new Entry(
        1, "0".repeat(64), recordedAt, type, subject, aggregate, id, 1, Audience.PUBLIC, 1, state);
  }

  /** JSON from text. */
  public static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
