package vn.digitaltrust.verdict;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.digitaltrust.vocabulary.Span;
import vn.digitaltrust.vocabulary.account.Platform;

/**
 * Whose an account is, and when. There are millions of them and each check looks at one, so what it
 * looks at stands close together: keys are bytes, ids and the beginning are numbers, instead of
 * objects somewhere else in memory.
 */
public final class AccountSpan {
  /** One byte, which no name of a platform begins with, for each that is known. */
  private static final Map<String, byte[]> CODES =
      Arrays.stream(Platform.values())
          .collect(
              Collectors.toMap(Platform::name, known -> new byte[] {(byte) (1 + known.ordinal())}));

  private final long idHigh;
  private final long idLow;
  private final byte[] handle;
  private final byte[] platformId;
  private final long startSecond;
  private final int startNano;
  private final Instant endsAt;
  private final Instant provenSince;
  private Subject subject;

  /**
   * A span of an account.
   *
   * @param id of the account
   * @param owner the subject whose it is
   * @param platform the name of its platform, or null
   * @param handle the key of its handle, or null
   * @param platformId the platform's own id, or null
   * @param span from the first instant on which it is the owner's
   * @param provenSince since when it is proven to be the owner's, or null when it is only said
   */
  public AccountSpan(
      UUID id,
      UUID owner,
      String platform,
      String handle,
      String platformId,
      Span span,
      Instant provenSince) {
    this.idHigh = id.getMostSignificantBits();
    this.idLow = id.getLeastSignificantBits();
    this.subject = Subject.named(owner);
    this.handle = key(platform, true, handle);
    this.platformId = key(platform, false, platformId);
    this.startSecond = span.startsAt().getEpochSecond();
    this.startNano = span.startsAt().getNano();
    this.endsAt = span.endsAt();
    this.provenSince = provenSince;
  }

  /** Under what an account is looked up; null without a platform or a value. */
  static byte[] key(String platform, boolean byHandle, String value) {
    if (platform == null || value == null) {
      return null;
    }
    byte[] code = CODES.get(platform);
    byte[] where = code == null ? platform.getBytes(StandardCharsets.UTF_8) : code;
    byte[] what = value.getBytes(StandardCharsets.UTF_8);
    byte[] key = Arrays.copyOf(where, where.length + 1 + what.length);
    key[where.length] = (byte) (byHandle ? '@' : '#');
    System.arraycopy(what, 0, key, where.length + 1, what.length);
    return key;
  }

  /** The account. */
  public UUID id() {
    return new UUID(idHigh, idLow);
  }

  /** Whose it is, as last seen; perhaps no longer {@link Subject#current}. */
  Subject subject() {
    return subject;
  }

  /**
   * Notes how the same subject is shown now. Any thread may: who reads an older one looks again.
   */
  void subject(Subject now) {
    subject = now;
  }

  Instant provenSince() {
    return provenSince;
  }

  byte[] handle() {
    return handle;
  }

  byte[] platformId() {
    return platformId;
  }

  boolean contains(Instant at) {
    return !startsAfter(at.getEpochSecond(), at.getNano())
        && (endsAt == null || at.isBefore(endsAt));
  }

  boolean isEnded() {
    return endsAt != null;
  }

  boolean startsBefore(AccountSpan other) {
    return other.startsAfter(startSecond, startNano);
  }

  private boolean startsAfter(long second, int nano) {
    return startSecond > second || startSecond == second && startNano > nano;
  }
}
