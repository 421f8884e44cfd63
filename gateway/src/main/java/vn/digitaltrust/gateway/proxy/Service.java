package vn.digitaltrust.gateway.proxy;

import io.vertx.core.http.HttpMethod;
import java.net.URI;
import vn.digitaltrust.gateway.door.Paths;

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

  /** Whether anything can be there: beside its version and its document it has no words. */
  boolean serves(String path) {
    return path.startsWith(name + "/v1/", 1) || isDocument(path);
  }

  /** Whether this path is the service's API document, the one thing that is public. */
  boolean isDocument(String path) {
    return path.equals('/' + name + "/openapi");
  }

  /** Whether a request waits for the news of a journal, so that it may hold a connection long. */
  static boolean isPoll(HttpMethod method, String target) {
    String path = Paths.of(target);
    return method == HttpMethod.GET
        && path.endsWith("/v1/journal")
        && target.indexOf("wait", path.length()) >= 0;
  }
}
