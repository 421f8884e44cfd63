package vn.digitaltrust.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.security.SecureRandom;

/**
 * A change with its bytes fixed: what is hashed later is what is stored. All that does not depend
 * on the entry before it is computed here, before the transaction queues for the head.
 *
 * @param change what was appended; its state is no longer looked at
 * @param origin who did it
 * @param schema the version of the state's schema
 * @param payload the JSON text in UTF-8
 * @param salt 32 random bytes, for the payload's commitment
 * @param trailSalt 32 random bytes, for the trail's commitment
 * @param payloadCommitment hides and binds the payload
 * @param trailCommitment hides and binds actor, request and parties
 */
record Draft(
    Change change,
    Origin origin,
    int schema,
    byte[] payload,
    byte[] salt,
    byte[] trailSalt,
    byte[] payloadCommitment,
    byte[] trailCommitment) {

  /** JRN-15: what is more grows without end, and is told as a step instead. */
  static final int MOST_BYTES = 64 * 1024;

  private static final SecureRandom RANDOM = new SecureRandom();

  /** The journal's own, so that no setting of a service changes what is stored. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .build();

  static Draft of(Change change, Origin origin) {
    byte[] payload = json(change.state());
    if (payload.length > MOST_BYTES) {
      throw new IllegalArgumentException("a state is at most 64 KiB: " + payload.length);
    }
    StateSchema schema = change.state().getClass().getAnnotation(StateSchema.class);
    byte[] salt = random();
    byte[] trailSalt = random();
    return new Draft(
        change,
        origin,
        schema == null ? 1 : schema.value(),
        payload,
        salt,
        trailSalt,
        Chain.payloadCommitment(salt, payload),
        Chain.trailCommitment(trailSalt, origin.actor(), origin.requestId(), change.parties()));
  }

  /** The bytes in which the journal writes an object. */
  static byte[] json(Object content) {
    try {
      return MAPPER.writeValueAsBytes(content);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the state cannot be written as JSON", e);
    }
  }

  private static byte[] random() {
    byte[] salt = new byte[Chain.LENGTH];
    RANDOM.nextBytes(salt);
    return salt;
  }
}
