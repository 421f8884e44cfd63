package vn.digitaltrust.gateway.door;

import java.time.Duration;
import vn.digitaltrust.door.Kind;
import vn.digitaltrust.vocabulary.Refused;

/**
 * A request that is refused, with its reason. The text is a key of the {@code problems} bundles and
 * is worded in the caller's language only when the answer is written (see {@link Wording}).
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Kind kind;
  private final String field;
  private final Duration retryAfter;
  private final String key;
  private final transient Object[] arguments;

  private Refusal(Kind kind, String field, Duration retryAfter, String key, Object... arguments) {
    super(key, null, false, false); // what was asked is to blame, and not a place in the program
    this.kind = kind;
    this.field = field;
    this.retryAfter = retryAfter;
    this.key = key;
    this.arguments = arguments;
  }

  /** 400: one field has a value that it cannot have; {@code key} names the text that says why. */
  public static Refusal invalid(String field, String key, Object... arguments) {
    return new Refusal(Kind.INVALID_VALUE, field, null, key, arguments);
  }

  /** 400: one field holds none of the field's published words, in the words of VOC-14. */
  public static Refusal invalid(String field, Refused word) {
    return invalid(field, word.key(), word.arguments());
  }

  /** 400: the request cannot be read; {@code key} names the text that says where. */
  public static Refusal malformed(String key, Object... arguments) {
    return new Refusal(Kind.MALFORMED_REQUEST, null, null, key, arguments);
  }

  /** 502: a service of the suite does not answer. */
  public static Refusal unreachable(String service) {
    return new Refusal(Kind.BAD_GATEWAY, null, null, "unavailable.neighbour", service);
  }

  /** 504: a service of the suite takes too long. */
  public static Refusal late(String service) {
    return new Refusal(Kind.TIMEOUT, null, null, "timeout.service", service);
  }

  /** 503: it cannot be answered yet, but soon; {@code key} names the text that says why. */
  public static Refusal unavailable(String key, Object... arguments) {
    return unavailable(SOON, key, arguments);
  }

  /** 503, and when to come again: not before this time, in whole seconds and at least one. */
  public static Refusal unavailable(Duration retryAfter, String key, Object... arguments) {
    return new Refusal(Kind.UNAVAILABLE, null, retryAfter, key, arguments);
  }

  /**
   * 429: more than the caller's plan allows; {@code key} names the text that says of what.
   *
   * @param retryAfter when it would be allowed, in whole seconds and at least one
   */
  public static Refusal tooMany(Duration retryAfter, String key, Object... arguments) {
    return new Refusal(Kind.TOO_MANY_REQUESTS, null, retryAfter, key, arguments);
  }

  /** 503: more is being done than can be done well. */
  public static Refusal overloaded() {
    return unavailable("unavailable.busy");
  }

  /** 408: the caller takes too long. */
  public static Refusal callerLate() {
    return new Refusal(Kind.REQUEST_TIMEOUT, null, null, "timeout.caller");
  }

  /** 400: the body comes in chunks that are not well formed. */
  public static Refusal brokenBody() {
    return malformed("framing.chunks");
  }

  /** Any kind with a text of its own. */
  public static Refusal because(Kind kind, String key, Object... arguments) {
    return new Refusal(kind, null, null, key, arguments);
  }

  /** Any kind with its general text. */
  public static Refusal of(Kind kind, Object... arguments) {
    return new Refusal(kind, null, null, kind.slug() + ".detail", arguments);
  }

  /** When to come again, as a header says it; null when it does not help to come again. */
  String retryAfter() {
    return retryAfter == null ? null : Long.toString(Math.max(1, retryAfter.toSeconds()));
  }

  /** The kind, which fixes status, type and title. */
  public Kind kind() {
    return kind;
  }

  /** The field that is wrong, or null when it is not about one field. */
  String field() {
    return field;
  }

  String key() {
    return key;
  }

  Object[] arguments() {
    return arguments;
  }

  /** One field and what is wrong with it. */
  public record Violation(String field, String message) {}
}
