package vn.digitaltrust.gateway.document;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * DOC-14: where vulnerabilities are reported (RFC 9116). Without a contact nothing stands there,
 * because the file needs one.
 */
@ApplicationScoped
class SecurityContact {
  static final String SETTING = "document.contact";

  /** RFC 9116 advises less than a year; the text is made anew for each request. */
  private static final int DAYS_VALID = 180;

  private final Clock clock;
  private final Optional<String> contact;

  SecurityContact(Clock clock, @ConfigProperty(name = SETTING) Optional<String> contact) {
    this.clock = clock;
    this.contact = contact;
  }

  void mount(@Observes Router router) {
    contact.ifPresent(
        address -> {
          if (!address.matches("(mailto:|https://)\\S+")) {
            throw new IllegalStateException(
                SETTING + " must be a mailto: or https:// address: " + address);
          }
          router
              .route("/.well-known/security.txt")
              .method(HttpMethod.GET)
              .method(HttpMethod.HEAD)
              .handler(
                  exchange ->
                      exchange
                          .response()
                          .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                          .end(text(address, clock.instant())));
        });
  }

  private static String text(String address, Instant now) {
    return "Contact: %s\nExpires: %s\nPreferred-Languages: vi, en\n"
        .formatted(address, now.truncatedTo(ChronoUnit.DAYS).plus(DAYS_VALID, ChronoUnit.DAYS));
  }
}
