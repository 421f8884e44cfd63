package vn.digitaltrust.gateway.door;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/**
 * GATE-18: an answer that is coded here has other bytes than the same one as it is, so a strong
 * entity tag may not stand for both (RFC 9110, 8.8.3.3). The tag of the coded one ends in {@code
 * -gzip}, which is taken off again where a caller sends it back. Weak tags stand for what is said
 * and stay.
 */
public final class CodedTags {
  private static final String CODING = "-gzip";
  private static final List<CharSequence> CONDITIONS =
      List.of(HttpHeaders.IF_MATCH, HttpHeaders.IF_NONE_MATCH);

  private CodedTags() {}

  /** Gives the answer the tag of its coding, when its head is about to be written. */
  static void tell(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    String tag = response.headers().get(HttpHeaders.ETAG);
    if (tag == null
        || !tag.startsWith("\"")
        || response.headers().contains(HttpHeaders.CONTENT_ENCODING)) {
      return;
    }
    String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    if (accepted == null) {
      return;
    }
    if (acceptsGzip(accepted)) {
      if (request.method() != HttpMethod.HEAD) {
        response.putHeader(HttpHeaders.ETAG, tag.substring(0, tag.length() - 1) + CODING + '"');
      }
    } else if (accepted.contains("gzip")) {
      // The server reads what is accepted more generously, and would code what has the plain tag.
      response.putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
    }
  }

  /** Takes the coding off the tags of a request, for whoever has given the tags. */
  public static void takeOff(MultiMap headers) {
    for (CharSequence name : CONDITIONS) {
      String tags = headers.get(name);
      if (tags != null && tags.contains(CODING)) {
        headers.set(name, tags.replace(CODING + '"', "\""));
      }
    }
  }

  /**
   * Whether {@code Accept-Encoding} wants gzip, or anything, and not rather deflate: then the
   * server codes it. It knows the name in small letters alone.
   */
  static boolean acceptsGzip(String accepted) {
    float gzip = -1;
    float deflate = -1;
    float any = -1;
    for (String each : accepted.split(",")) {
      int end = each.indexOf(';');
      String coding = (end < 0 ? each : each.substring(0, end)).strip();
      float weight = end < 0 ? 1 : weight(each.substring(end + 1));
      switch (coding) {
        case "gzip" -> gzip = weight;
        case "deflate" -> deflate = weight;
        case "*" -> any = weight;
        default -> {
          // is never answered with
        }
      }
    }
    return gzip < 0 ? any > 0 : gzip > 0 && gzip >= deflate;
  }

  private static float weight(String parameter) {
    try {
      return Float.parseFloat(parameter.substring(parameter.indexOf('=') + 1).strip());
    } catch (NumberFormatException none) {
      return 0;
    }
  }
}
