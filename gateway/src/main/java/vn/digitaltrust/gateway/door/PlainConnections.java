package vn.digitaltrust.gateway.door;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Takes no offer to turn a connection without TLS into HTTP/2: an offer of that kind that is not
 * quite right would leave its request unanswered. Over TLS, HTTP/2 is agreed upon beforehand.
 */
@ApplicationScoped
class PlainConnections implements HttpServerOptionsCustomizer {
  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setHttp2ClearTextEnabled(false);
  }
}
