package vn.digitaltrust.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.digitaltrust.door.RequestIds;
import vn.digitaltrust.gateway.door.CodedTags;

/** PROXY-3 and PROXY-4: which headers pass, in either direction. */
final class Headers {
  private static final Set<String> OF_ONE_CONNECTION =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "http2-settings");

  /** What other proxies and frameworks read as "whence" or "whither". */
  private static final Set<String> CLAIMS =
      Set.of(
          "forwarded",
          "x-real-ip",
          "x-client-ip",
          "x-cluster-client-ip",
          "true-client-ip",
          "x-original-url",
          "x-original-host",
          "x-rewrite-url",
          "x-http-method-override",
          "x-request-id",
          "traceparent",
          "tracestate",
          "baggage",
          "expect");

  private Headers() {}

  /** Makes a copy of a request's headers fit to be sent to a service. */
  static void passUp(MultiMap headers, HttpServerRequest request) {
    endConnectionHeaders(headers);
    CodedTags.takeOff(headers);
    for (String name : List.copyOf(headers.names())) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (CLAIMS.contains(lower) || lower.startsWith("x-forwarded-")) {
        headers.remove(name);
      }
    }
    headers.set(RequestIds.HEADER, request.response().headers().get(RequestIds.HEADER));
    String from = request.remoteAddress().hostAddress();
    String scheme = request.scheme();
    HostAndPort to = request.authority();
    headers.set("X-Forwarded-For", from);
    headers.set("X-Forwarded-Proto", scheme);
    String forwarded = "for=\"" + bracketed(from) + "\";proto=" + scheme;
    if (to != null) {
      headers.set("X-Forwarded-Host", to.toString());
      forwarded += ";host=\"" + to + '"';
    }
    headers.set("Forwarded", forwarded);
  }

  /**
   * Makes the headers of a service's answer fit to be sent to the caller.
   *
   * @param own what the gateway itself has set on the answer already, and so has the say in
   */
  static void passDown(MultiMap headers, MultiMap own, String origin) {
    endConnectionHeaders(headers);
    for (String name : List.copyOf(headers.names())) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.startsWith("access-control-") || own.contains(name) && !lower.equals("vary")) {
        headers.remove(name);
      }
    }
    String location = headers.get("Location");
    if (location != null && location.startsWith(origin + '/')) {
      headers.set("Location", location.substring(origin.length()));
    }
  }

  private static void endConnectionHeaders(MultiMap headers) {
    for (String named : headers.getAll("connection")) {
      for (String name : named.split(",")) {
        headers.remove(name.strip());
      }
    }
    OF_ONE_CONNECTION.forEach(headers::remove);
  }

  private static String bracketed(String address) {
    return address.indexOf(':') < 0 ? address : '[' + address + ']';
  }
}
