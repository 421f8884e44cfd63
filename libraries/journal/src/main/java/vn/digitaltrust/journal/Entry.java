package vn.digitaltrust.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * One entry as a follower reads it. An entry that the reader may not see has a position and a hash
 * and nothing else ({@link #passedOver}); an erased one has no state ({@link #erased}).
 *
 * @param position 1, 2, 3 … without a gap, in commit order
 * @param hash 64 lower-case hexadecimal digits
 * @param recordedAt when it was written, to the microsecond; never earlier than its predecessor
 * @param type what happened: {@code kol.registered}
 * @param subject the KOL or organisation concerned
 * @param aggregate the kind of aggregate
 * @param aggregateId its id
 * @param version its version after the change
 * @param audience who may read it
 * @param schema the version of the state's schema
 * @param state the complete state of the aggregate for this audience
 */
public record Entry(
    long position,
    String hash,
    Instant recordedAt,
    String type,
    UUID subject,
    String aggregate,
    UUID aggregateId,
    long version,
    Audience audience,
    int schema,
    JsonNode state) {

  /** What a state says as its {@code publication} when its aggregate is no longer told. */
  static final String ENDED = "ENDED";

  private static final Logger LOG = Logger.getLogger(Entry.class);

  /**
   * JRN-20: whether the aggregate is no longer told to this audience. It is then as if it had never
   * been told, and its state says nothing else. A value of {@code publication} that is not known
   * yet does not end anything, and is logged.
   */
  public boolean unpublished() {
    if (state == null || !state.hasNonNull("publication")) {
      return false;
    }
    boolean ended = ENDED.equals(state.get("publication").asText());
    if (!ended) {
      LOG.warnf("entry %d has an unknown publication: it is read as still told", position);
    }
    return ended;
  }

  /** Not for this reader: only position and hash are known. */
  public boolean passedOver() {
    return type == null;
  }

  /** Its state has been erased; the chain still verifies. */
  public boolean erased() {
    return type != null && state == null;
  }

  /** Where a follower stands that has applied this entry. */
  public Position at() {
    return new Position(position, hash);
  }

  static Entry passedOver(long position, String hash) {
    return new Entry(position, hash, null, null, null, null, null, 0, null, 0, null);
  }
}
