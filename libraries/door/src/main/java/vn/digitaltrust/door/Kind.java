package vn.digitaltrust.door;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;

/**
 * The closed set of problems that this suite answers with; each has one HTTP status and one stable
 * {@code type}. Some share their type, because to the caller they mean the same, and only the
 * status says more: {@link #BAD_GATEWAY} and {@link #UNAVAILABLE} both mean "try again in a
 * moment".
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
  REQUEST_TIMEOUT(408, "timeout"),
  ILLEGAL_STATE(409),
  RETRY_STILL_RUNNING(409),
  JOURNAL_DIVERGED(409),
  STALE_VERSION(412),
  TOO_LARGE(413),
  TARGET_TOO_LONG(414, "too-large"),
  UNSUPPORTED_MEDIA_TYPE(415),
  EXPECTATION_FAILED(417),
  RULE_REFUSED(422),
  RETRY_KEY_REUSED(422),
  VERSION_REQUIRED(428),
  TOO_MANY_REQUESTS(429),
  HEADERS_TOO_LARGE(431, "too-large"),
  INTERNAL(500),
  BAD_GATEWAY(502, "unavailable"),
  UNAVAILABLE(503),
  TIMEOUT(504),
  OLD_PROTOCOL(505, "malformed-request");

  private final int status;
  private final String slug;

  Kind(int status) {
    this.status = status;
    this.slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Kind(int status, String slug) {
    this.status = status;
    this.slug = slug;
  }

  /** The HTTP status of this kind. */
  public int status() {
    return status;
  }

  /**
   * The last part of the problem's type and the stem of its texts, such as {@code stale-version}.
   */
  public String slug() {
    return slug;
  }

  /** The stable identifier that clients may switch on. */
  public URI type() {
    return URI.create("urn:digital-trust:problem:" + slug);
  }

  /** The kind for an error that the framework raised and of which only the status is known. */
  public static Kind ofStatus(int status) {
    return Arrays.stream(values())
        .filter(kind -> kind.status == status)
        .findFirst()
        .orElse(status >= 500 ? INTERNAL : MALFORMED_REQUEST);
  }
}
