package vn.digitaltrust.gateway.page;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** GATE-30: where the pages and what they load are. */
@ApplicationScoped
class Pages {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "no-cache";

  private static final List<String> OURS =
      List.of(
          "bar.js",
          "docs.js",
          "document.js",
          "fields.js",
          "forms.js",
          "languages.js",
          "learning.js",
          "logo.png",
          "markdown.js",
          "pages.css",
          "read.js",
          "redirect.js",
          "repairs.js",
          "session.js",
          "words.js");

  private final Map<String, Bundle> bundles =
      Map.of(
          "ours", Bundle.of("ours", OURS),
          "swagger-ui", Bundle.of("swagger-ui", List.of("swagger-ui-bundle.js", "swagger-ui.css")));

  void mount(@Observes Router router) {
    page(router, "/docs/", "docs.html");
    page(router, "/read/", "read.html");
    page(router, "/docs/oauth2-redirect.html", "redirect.html");
    leadTo(router, "/docs/");
    leadTo(router, "/read/");
    // On a worker: what is asked for first is coded first.
    bundles
        .values()
        .forEach(
            bundle ->
                get(router, "/pages/" + bundle.hash() + "/:file")
                    .blockingHandler(exchange -> load(exchange, bundle), false));
  }

  private void page(Router router, String address, String name) {
    String text = new String(Bundle.content("ours/" + name), StandardCharsets.UTF_8);
    for (Map.Entry<String, Bundle> bundle : bundles.entrySet()) {
      text = text.replace("{{" + bundle.getKey() + "}}", bundle.getValue().hash());
    }
    PageFile page = new PageFile(name, text.getBytes(StandardCharsets.UTF_8));
    get(router, address).handler(exchange -> page.answer(exchange, ASK_AGAIN));
  }

  private static void leadTo(Router router, String address) {
    get(router, address.substring(0, address.length() - 1))
        .handler(
            exchange -> {
              // A route for a path without a slash takes the one with it too.
              if (exchange.normalizedPath().endsWith("/")) {
                exchange.next();
              } else {
                exchange
                    .response()
                    .setStatusCode(303)
                    .putHeader(HttpHeaders.LOCATION, address)
                    .end();
              }
            });
  }

  private static void load(RoutingContext exchange, Bundle bundle) {
    PageFile file = bundle.file(exchange.pathParam("file"));
    if (file == null) {
      exchange.next();
    } else {
      file.answer(exchange, FOR_EVER);
    }
  }

  private static Route get(Router router, String path) {
    return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
  }
}
