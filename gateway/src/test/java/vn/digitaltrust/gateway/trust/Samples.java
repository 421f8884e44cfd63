package vn.digitaltrust.gateway.trust;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.UUID;
import vn.digitaltrust.journal.Audience;
import vn.digitaltrust.journal.Entry;
import vn.digitaltrust.verdict.Measure;

/** Entries of journals as followers hand them over. */
final class Samples {
  static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
  static final Instant MIDDLE = Instant.parse("2026-12-01T00:00:00Z");
  static final Instant END = Instant.parse("2026-12-24T00:00:00Z");
  static final String EVERYTHING =
      "{'activities':[],'platforms':[],'media':[],'territories':[],'productCategories':[]}";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Samples() {}

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  static Entry entry(String aggregate, UUID subject, UUID id, String state) {
    return new Entry(
        1,
        "0".repeat(64),
        START,
        aggregate + ".changed",
        subject,
        aggregate,
        id,
        1,
        Audience.PUBLIC,
        1,
        json(state));
  }

  static Entry subject(UUID id, String status, String number, UUID mergedInto) {
    return entry(
        "subject",
        id,
        id,
        "{'kind':'KOL','status':'%s','registrationNumber':%s,'mergedInto':%s}"
            .formatted(status, quoted(number), quoted(mergedInto)));
  }

  static Entry account(UUID id, UUID subject, String handle, Instant startsAt, Instant endsAt) {
    return entry(
        "account",
        subject,
        id,
        "{'platform':'TIKTOK','handle':%s,'startsAt':%s,'endsAt':%s}"
            .formatted(quoted(handle), quoted(startsAt), quoted(endsAt)));
  }

  /** An account that is held from START on, and what is said of its proof. */
  static Entry provenAccount(UUID id, UUID subject, String handle, String provenSince) {
    return entry(
        "account",
        subject,
        id,
        "{'platform':'TIKTOK','handle':%s,'startsAt':%s,'endsAt':null,'provenSince':%s}"
            .formatted(quoted(handle), quoted(START), quoted(provenSince)));
  }

  /** The platform's id of the account that {@link #page} tells of. */
  static final String PAGE = "6789012345";

  /**
   * An account with a handle and the platform's own id, which stays the same when it is renamed.
   */
  static Entry page(UUID id, UUID subject, String handle, Instant startsAt, Instant endsAt) {
    return entry(
        "account",
        subject,
        id,
        "{'platform':'TIKTOK','handle':%s,'platformId':'%s','startsAt':%s,'endsAt':%s}"
            .formatted(quoted(handle), PAGE, quoted(startsAt), quoted(endsAt)));
  }

  /** An engagement limit from START to END; {@code rest} is put in the place of the defaults. */
  static Measure<Restriction> limit(String rest) {
    UUID id = UUID.randomUUID();
    return new Reading(entry("measure", UUID.randomUUID(), id, limitState(rest))).measure();
  }

  static String limitState(String rest) {
    String state =
        "{'class':'ALLIANCE_MEASURE','kind':'ENGAGEMENT_LIMIT','scope':%s,'startsAt':'%s',"
                .formatted(EVERYTHING, START)
            + "'endsAt':'%s','conditions':[],'exceptions':[],'stays':[],'end':null".formatted(END);
    return state + (rest.isEmpty() ? "" : "," + rest) + "}";
  }

  /** A scope that is limited in one dimension. */
  static String scope(String dimension, String value) {
    return EVERYTHING.replace("'" + dimension + "':[]", "'" + dimension + "':['" + value + "']");
  }

  private static String quoted(Object value) {
    return value == null ? "null" : "'" + value + "'";
  }
}
