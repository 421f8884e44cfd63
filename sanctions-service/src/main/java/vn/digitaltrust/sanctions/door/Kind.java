package vn.digitaltrust.sanctions.door;

import java.net.URI;
import java.util.Arrays;

/**
 * The closed set of problems that this suite answers with; each has one HTTP status and one stable
 * {@code type}.
 */
public enum Kind {
  MALFORMED_REQUEST(400),
  UNKNOWN_PROPERTY(400),
  INVALID_VALUE(400),
  UNAUTHENTICATED(401),
  FORBIDDEN(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  ILLEGAL_STATE(409),
  RETRY_STILL_RUNNING(409),
  JOURNAL_DIVERGED(409),
  STALE_VERSION(412),
  TOO_LARGE(413),
  UNSUPPORTED_MEDIA_TYPE(415),
  RULE_REFUSED(422),
  RETRY_KEY_REUSED(422),
  VERSION_REQUIRED(428),
  TOO_MANY_REQUESTS(429),
  INTERNAL(500),
  UNAVAILABLE(503),
  TIMEOUT(504);

  private final int status;

  Kind(int status) {
    this.status = status;
  }

  /** The HTTP status of this kind. */
  public int status() {
    return status;
  }

  /**
   * The last part of the problem's type and the stem of its texts, such as {@code stale-version}.
   */
  public String slug() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** The stable identifier that clients may switch on. */
  public URI type() {
    return URI.create("urn:digital-trust:problem:" + slug());
  }

  /** The kind for an error that the framework raised and of which only the status is known. */
  static Kind ofStatus(int status) {
    return Arrays.stream(values())
        .filter(kind -> kind.status == status)
        .findFirst()
        .orElse(status >= 500 ? INTERNAL : MALFORMED_REQUEST);
  }
}
