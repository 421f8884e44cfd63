package vn.digitaltrust.gateway.trust;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/**
 * GW-18: what the head of an answer says, so that it is evidence of one check and no cache gives it
 * for another.
 */
final class Evidence {
  /** No cache keeps an answer, lest it give an old check for a new one. */
  static final String NOT_KEPT = "no-store";

  /** Names the check when there is no body to do so. */
  static final String CHECK_ID = "Trust-Check-Id";

  /** The time that was asked about, likewise. */
  static final String AT = "Trust-At";

  /** How far each journal was known, likewise. */
  static final String AS_OF = "Trust-As-Of";

  private Evidence() {}

  /**
   * Writes the head of an answer, and its status if the caller has what it says already.
   *
   * @param tag of what the answer says
   * @param held the lines of the caller's {@code If-None-Match}
   * @return whether the answer itself is to follow
   */
  static boolean begin(HttpServerResponse response, Answer answer, String tag, List<String> held) {
    MultiMap headers = response.headers();
    headers.set(HttpHeaders.ETAG, tag).set(HttpHeaders.CACHE_CONTROL, NOT_KEPT);
    if (!EntityTag.isAmong(held, tag)) {
      return true;
    }
    response.setStatusCode(304);
    headers
        .set(CHECK_ID, answer.checkId().toString())
        .set(AT, answer.at().toString())
        .set(AS_OF, answer.asOf().inHeader());
    return false;
  }
}
