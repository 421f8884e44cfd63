package vn.digitaltrust.door;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.digitaltrust.vocabulary.Refused;
import vn.digitaltrust.vocabulary.VietnamTime;

/**
 * A request that is refused, with its reason. The text is a key of the bundles of {@link Words} and
 * is worded in the caller's language only when the answer is written (see {@link Wording}).
 */
public final class Refusal extends HttpProblem {
  private static final long serialVersionUID = 1L;

  /**
   * The member under which the text travels to {@link Wording}, which takes it out: the library's
   * own processors rebuild the problem as a plain one and keep nothing but members.
   */
  static final String TEXT = "text";

  /** What is to be said. */
  record Text(Kind kind, String key, Object[] arguments) {
    /** What logs show: arguments may hold what a person wrote. */
    @Override
    public String toString() {
      return key;
    }
  }

  private final transient Kind kind;
  private final transient Map<String, Object> members;

  private Refusal(Kind kind, String key, Map<String, Object> members, Object... arguments) {
    this(kind, null, key, members, arguments);
  }

  private Refusal(
      Kind kind,
      Duration retryAfter,
      String key,
      Map<String, Object> members,
      Object... arguments) {
    super(
        headed(
                with(
                    HttpProblem.builder().withStatus(kind.status()).withType(kind.type()), members),
                retryAfter)
            .with(TEXT, new Text(kind, key, arguments)));
    this.kind = kind;
    this.members = members;
  }

  /** 404: there is no such thing, or the caller may not know of it. */
  public static Refusal notFound(String what, Object id) {
    return new Refusal(Kind.NOT_FOUND, "not-found.named", Map.of(), what, id);
  }

  /** 422: the request is well formed, but a numbered rule of the domain refuses it. */
  public static Refusal rule(String rule, String key, Object... arguments) {
    return new Refusal(Kind.RULE_REFUSED, key, Map.of("rule", rule), arguments);
  }

  /** 409: the resource is not in a state that allows this. */
  public static Refusal state(String key, Object... arguments) {
    return new Refusal(Kind.ILLEGAL_STATE, key, Map.of(), arguments);
  }

  /** 409: what one field names is not in a state that allows this. */
  public static Refusal conflict(String field, String key, Object... arguments) {
    return new Refusal(Kind.ILLEGAL_STATE, key, violation(field), arguments);
  }

  /**
   * 400: one field has a value that it cannot have. The text of the violation is that of {@code
   * key}.
   */
  public static Refusal invalid(String field, String key, Object... arguments) {
    return new Refusal(Kind.INVALID_VALUE, key, violation(field), arguments);
  }

  /**
   * What a field says, read by the vocabulary.
   *
   * @throws Refusal 400 in the words of VOC-14 when it is none of its words
   */
  public static <T> T reading(String field, Supplier<T> word) {
    try {
      return word.get();
    } catch (Refused none) {
      throw invalid(field, none.key(), none.arguments());
    }
  }

  /**
   * An instant of the query, or null when it does not say one.
   *
   * @throws Refusal 400 when it is none
   */
  public static Instant readingInstant(String field, String text) {
    return text == null ? null : reading(field, () -> VietnamTime.instant(text));
  }

  /**
   * The same refusal of something that is a part of a request: the fields that it names get the
   * path of that part in front (DOOR-22).
   *
   * @param part such as {@code accounts[1]}
   */
  public Refusal within(String part) {
    if (!(members.get("violations") instanceof List<?> named)) {
      return this;
    }
    Violation first = (Violation) named.get(0);
    Text text = (Text) getParameters().get(TEXT);
    return new Refusal(kind, text.key(), violation(part + "." + first.field()), text.arguments());
  }

  private static Map<String, Object> violation(String field) {
    return Map.of("violations", List.of(new Violation(field, "")));
  }

  /** 400: the query names a parameter that this address does not have. */
  static Refusal unknownParameter(String name, Collection<String> known) {
    return known.isEmpty()
        ? new Refusal(Kind.UNKNOWN_PROPERTY, "query.none", Map.of(), name)
        : new Refusal(
            Kind.UNKNOWN_PROPERTY, "query.unknown", Map.of(), name, String.join(", ", known));
  }

  /** Any kind with a text of its own; {@code key} names it. */
  static Refusal because(Kind kind, String key, Object... arguments) {
    return new Refusal(kind, key, Map.of(), arguments);
  }

  /** 403: who calls may not do this. */
  public static Refusal forbidden(String key, Object... arguments) {
    return new Refusal(Kind.FORBIDDEN, key, Map.of(), arguments);
  }

  /** 503: a neighbour that is needed for this does not answer; nothing was written. */
  public static Refusal unavailable(String neighbour) {
    return new Refusal(Kind.UNAVAILABLE, "unavailable.neighbour", Map.of(), neighbour);
  }

  /**
   * 503: more is being done than can be done well; {@code key} names the text that says of what.
   *
   * @param retryAfter when to come again, in whole seconds
   */
  public static Refusal busy(Duration retryAfter, String key, Object... arguments) {
    return new Refusal(Kind.UNAVAILABLE, retryAfter, key, Map.of(), arguments);
  }

  /**
   * 413: a body is larger than what is taken at its address.
   *
   * @param most in bytes
   */
  public static Refusal tooLarge(long most) {
    return because(Kind.TOO_LARGE, "too-large.body", Words.size(most));
  }

  /** Any kind with its general text. */
  public static Refusal of(Kind kind, Object... arguments) {
    return new Refusal(kind, kind.slug() + ".detail", Map.of(), arguments);
  }

  /** The kind, which fixes status, type and title. */
  public Kind kind() {
    return kind;
  }

  private static Builder headed(Builder builder, Duration retryAfter) {
    return retryAfter == null
        ? builder
        : builder.withHeader("Retry-After", Long.toString(retryAfter.toSeconds()));
  }

  private static Builder with(Builder builder, Map<String, Object> members) {
    members.forEach(builder::with);
    return builder;
  }

  /** One field and what is wrong with it. */
  public record Violation(String field, String message) {}
}
