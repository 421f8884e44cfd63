package vn.digitaltrust.verdict;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A subject as the registry shows it, laid out as an {@link AccountSpan} is. */
public final class Subject {
  private final long idHigh;
  private final long idLow;
  private final String kind;
  private final String status;
  private final byte[] registrationNumber;
  private final UUID mergedInto;
  private volatile boolean current;

  /**
   * A subject.
   *
   * @param kind null where the registry does not say, as are those that follow
   * @param status the registry's word for it; only {@code REGISTERED} is a registered subject
   * @param mergedInto the subject that it turned out to be
   */
  public Subject(UUID id, String kind, String status, String registrationNumber, UUID mergedInto) {
    this.idHigh = id.getMostSignificantBits();
    this.idLow = id.getLeastSignificantBits();
    this.kind = kind;
    this.status = status;
    this.registrationNumber = key(registrationNumber);
    this.mergedInto = mergedInto;
  }

  /** One that the registry has not shown: it has only an id, and is never current. */
  static Subject named(UUID id) {
    return new Subject(id, null, null, null, null);
  }

  /** Under what a subject is looked up by its number; null without one. */
  static byte[] key(String registrationNumber) {
    return registrationNumber == null ? null : registrationNumber.getBytes(StandardCharsets.UTF_8);
  }

  /** The subject. */
  public UUID id() {
    return new UUID(idHigh, idLow);
  }

  /** {@code KOL} or {@code ORGANISATION}, or null where the registry does not say. */
  public String kind() {
    return kind;
  }

  /** The registry's word for its status, or null where it does not say. */
  public String status() {
    return status;
  }

  /** Its public number, or null without one. */
  public String registrationNumber() {
    return registrationNumber == null
        ? null
        : new String(registrationNumber, StandardCharsets.UTF_8);
  }

  byte[] registrationNumberKey() {
    return registrationNumber;
  }

  /** The subject that it turned out to be, or null. */
  public UUID mergedInto() {
    return mergedInto;
  }

  /** Whether this is what the registry showed last. One that is not is to be looked up. */
  boolean current() {
    return current;
  }

  void current(boolean now) {
    current = now;
  }

  /** Whether it is a registered subject: only then can it be clear (GW-3). */
  public boolean registered() {
    return "REGISTERED".equals(status);
  }
}
