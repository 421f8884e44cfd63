package vn.digitaltrust.journal;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * One change of one aggregate, as it is handed to {@link Journal#append}.
 *
 * @param type what happened, in the past tense: {@code kol.registered}; at most 100 characters
 * @param subject the KOL or organisation concerned; an aggregate that concerns none names itself
 * @param aggregate the kind of aggregate: {@code subject}, {@code account}, {@code measure} …
 * @param aggregateId its id
 * @param version its version after the change
 * @param audience who may read it
 * @param parties the subjects and members that a PARTY entry names, otherwise empty
 * @param publicUntil from this instant on only auditors read a PUBLIC entry, whether or not another
 *     has replaced it; null while nothing ends its publication
 * @param state the complete state of the aggregate for that audience: a record that Jackson can
 *     write; its bytes are fixed when it is appended
 */
public record Change(
    String type,
    UUID subject,
    String aggregate,
    UUID aggregateId,
    long version,
    Audience audience,
    Set<UUID> parties,
    Instant publicUntil,
    Object state) {

  /**
   * @throws IllegalArgumentException when a name is blank or too long, the version negative, or the
   *     parties do not suit the audience
   */
  public Change {
    named("type", type);
    named("aggregate", aggregate);
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(aggregateId, "aggregateId");
    Objects.requireNonNull(audience, "audience");
    Objects.requireNonNull(state, "state");
    parties = Set.copyOf(parties);
    if (version < 0) {
      throw new IllegalArgumentException("a version is never negative: " + version);
    }
    if ((audience == Audience.PARTY) == parties.isEmpty()) {
      throw new IllegalArgumentException("an entry names its parties if and only if it is PARTY");
    }
    if (publicUntil != null && audience != Audience.PUBLIC) {
      throw new IllegalArgumentException("only what is PUBLIC is so until an instant");
    }
  }

  /** A change that every member may read. */
  public static Change of(
      String type, UUID subject, String aggregate, UUID aggregateId, long version, Object state) {
    return new Change(
        type, subject, aggregate, aggregateId, version, Audience.PUBLIC, Set.of(), null, state);
  }

  /** The same change, public until an instant; null = for as long as nothing replaces it. */
  public Change until(Instant end) {
    return new Change(
        type, subject, aggregate, aggregateId, version, audience, parties, end, state);
  }

  /**
   * That nothing of an aggregate is public any more: alike for every cause, so that it says none.
   * Followers read it as no longer told.
   */
  public static Change unpublished(UUID subject, String aggregate, UUID id, long version) {
    return of(
        aggregate + ".unpublished", subject, aggregate, id, version, new Unpublished(id, subject));
  }

  /** The same change, for the named subjects and members alone. */
  public Change forParties(UUID... named) {
    return new Change(
        type, subject, aggregate, aggregateId, version, Audience.PARTY, Set.of(named), null, state);
  }

  /** The same change, for auditors alone, and for services that are granted it. */
  public Change internal() {
    return new Change(
        type, subject, aggregate, aggregateId, version, Audience.INTERNAL, Set.of(), null, state);
  }

  private static void named(String what, String value) {
    if (value == null || value.isBlank() || value.length() > 100) {
      throw new IllegalArgumentException(what + " needs 1 to 100 characters");
    }
  }
}
