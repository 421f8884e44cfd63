package vn.digitaltrust.gateway.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * GATE-10, GATE-13: what browsers and caches are told about every answer, so that none is taken for
 * something else.
 */
@ApplicationScoped
class SafeAnswers {
  private static final String LANGUAGE = "Accept-Language";
  private static final List<String> API =
      List.of("/trust/", "/registry/", "/sanctions/", "/alliance/");
  private static final String OF_THE_API = "default-src 'none'; frame-ancestors 'none'";

  private final String ofPages;

  SafeAnswers(@ConfigProperty(name = "document.login-url") URI issuer) {
    // The page of the API logs in at the issuer and has styles and a script of its own within it;
    // the page to read searches in a worker.
    ofPages =
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self' "
            + issuer.getScheme()
            + "://"
            + issuer.getRawAuthority()
            + "; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; frame-ancestors"
            + " 'none'";
  }

  void mount(@Observes Filters filters) {
    FilterOrder.SAFE_ANSWERS.register(filters, this::route);
  }

  private void route(RoutingContext exchange) {
    String target = exchange.request().uri();
    HttpServerResponse response = exchange.response();
    response
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("X-Frame-Options", "DENY")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
        .putHeader("Content-Security-Policy", isOfTheApi(target) ? OF_THE_API : ofPages);
    if (exchange.request().isSSL()) {
      response.putHeader("Strict-Transport-Security", "max-age=31536000");
    }
    // The first that is added is the last that runs.
    exchange.addHeadersEndHandler(
        ending -> {
          varyWithLanguage(response.headers());
          CodedTags.tell(exchange.request());
        });
    exchange.next();
  }

  /** GATE-1: what has a language was worded for its caller; a service may have said so already. */
  private static void varyWithLanguage(MultiMap headers) {
    if (headers.contains("Content-Language")
        && headers.getAll(HttpHeaders.VARY).stream().noneMatch(LANGUAGE::equalsIgnoreCase)) {
      headers.add(HttpHeaders.VARY, LANGUAGE);
    }
  }

  private static boolean isOfTheApi(String target) {
    for (String root : API) {
      if (target.startsWith(root)) {
        return true;
      }
    }
    return false;
  }
}
