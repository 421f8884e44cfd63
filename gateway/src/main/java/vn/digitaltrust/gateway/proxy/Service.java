package vn.digitaltrust.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.function.Supplier;

/** One of the three services: its name is the first part of its paths. */
record Service(String name, String origin, String host, int port, boolean tls) {

  /**
   * A service at an origin.
   *
   * @param url scheme, host and port; a path is refused, because paths pass unrewritten
   */
  static Service at(String name, URI url) {
    boolean plain = "http".equals(url.getScheme());
    boolean tls = "https".equals(url.getScheme());
    if (!plain && !tls
        || url.getHost() == null
        || url.getRawPath() != null && !url.getRawPath().isEmpty()
        || url.getRawQuery() != null) {
      throw new IllegalArgumentException(
          name + ".url must be an origin such as http://localhost:8081, but is " + url);
    }
    int port = url.getPort() >= 0 ? url.getPort() : tls ? 443 : 80;
    String origin = url.getScheme() + "://" + url.getRawAuthority();
    return new Service(name, origin, url.getHost(), port, tls);
  }

  /** Whether this path belongs to the service's API; nothing else of it is shown outside. */
  boolean owns(String path) {
    return path.startsWith(name + "/v1/", 1) || isDocument(path);
  }

  /** Whether this path is the service's API document, the one thing that is public. */
  boolean isDocument(String path) {
    return path.equals('/' + name + "/openapi");
  }

  /**
   * Whether a request waits for new entries of a journal, so that it may take long on purpose. The
   * query is looked at as the service reads it: decoded, and without regard to case.
   *
   * @param query its decoded parameters, read only where they matter
   */
  static boolean isPoll(HttpMethod method, String path, Supplier<MultiMap> query) {
    boolean reads = method == HttpMethod.GET || method == HttpMethod.HEAD;
    return reads
        && (path.endsWith("/v1/journal") || path.endsWith("/v1/journal/"))
        && query.get().contains("wait");
  }
}
