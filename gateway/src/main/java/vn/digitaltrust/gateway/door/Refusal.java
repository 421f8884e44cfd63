package vn.digitaltrust.gateway.door;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.RoutingContext;

/**
 * A request that is refused, with its reason. The text is a key of the {@code problems} bundles and
 * is worded in the caller's language only when the answer is written (see {@link Wording}).
 */
public final class Refusal extends HttpProblem {
  private static final long serialVersionUID = 1L;

  private final transient Kind kind;
  private final transient String field;
  private final transient String key;
  private final transient Object[] arguments;

  private Refusal(Kind kind, String field, String key, Object... arguments) {
    super(HttpProblem.builder().withStatus(kind.status()).withType(kind.type()));
    this.kind = kind;
    this.field = field;
    this.key = key;
    this.arguments = arguments;
  }

  /** 400: one field has a value that it cannot have; {@code key} names the text that says why. */
  public static Refusal invalid(String field, String key, Object... arguments) {
    return new Refusal(Kind.INVALID_VALUE, field, key, arguments);
  }

  /** 400: the request cannot be read; {@code key} names the text that says where. */
  public static Refusal malformed(String key, Object... arguments) {
    return new Refusal(Kind.MALFORMED_REQUEST, null, key, arguments);
  }

  /** 502: a service of the suite does not answer. */
  public static Refusal unreachable(String service) {
    return new Refusal(Kind.BAD_GATEWAY, null, "unavailable.neighbour", service);
  }

  /** 504: a service of the suite takes too long. */
  public static Refusal late(String service) {
    return new Refusal(Kind.TIMEOUT, null, "timeout.service", service);
  }

  /** 503: the gateway itself cannot answer yet; {@code key} names the text that says why. */
  public static Refusal unavailable(String key, Object... arguments) {
    return new Refusal(Kind.UNAVAILABLE, null, key, arguments);
  }

  /**
   * 503: more is being done than can be done well. The answer of this exchange will say when to
   * come again.
   */
  public static Refusal overloaded(RoutingContext exchange) {
    exchange.response().putHeader("Retry-After", "1");
    return new Refusal(Kind.UNAVAILABLE, null, "unavailable.busy");
  }

  /** Any kind with a text of its own. */
  public static Refusal because(Kind kind, String key, Object... arguments) {
    return new Refusal(kind, null, key, arguments);
  }

  /** Any kind with its general text. */
  public static Refusal of(Kind kind, Object... arguments) {
    return new Refusal(kind, null, kind.slug() + ".detail", arguments);
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
