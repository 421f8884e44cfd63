package vn.digitaltrust.journal;

import io.quarkus.arc.Arc;
import io.quarkus.arc.DefaultBean;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.security.Principal;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads who acts, under which request, from the token and the headers of the current request. */
@ApplicationScoped
class CurrentOrigin implements Origin.Source {
  private static final Pattern REQUEST_ID = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private final SecurityIdentity identity;
  private final CurrentVertxRequest request;
  private final HttpHeaders headers;
  private final String service;
  private final String journal;

  @Inject
  CurrentOrigin(
      SecurityIdentity identity,
      CurrentVertxRequest request,
      HttpHeaders headers,
      @ConfigProperty(name = "quarkus.application.name") String application) {
    this.identity = identity;
    this.request = request;
    this.headers = headers;
    this.service = "service:" + application;
    this.journal = application.replaceFirst("-service$", "");
  }

  @Override
  public Origin current() {
    if (routing() == null) {
      return new Origin(service, null);
    }
    String actor = identity.isAnonymous() ? "anonymous" : actor(identity.getPrincipal());
    return new Origin(
        actor, header("X-Request-Id").filter(id -> REQUEST_ID.matcher(id).matches()).orElse(null));
  }

  private static String actor(Principal principal) {
    if (principal instanceof JsonWebToken token && token.getSubject() != null) {
      return token.getSubject();
    }
    return principal.getName();
  }

  /** Through JAX-RS, so that a filter may set what the client left out. */
  @Override
  public Optional<String> header(String name) {
    return routing() == null
        ? Optional.empty()
        : Optional.ofNullable(headers.getHeaderString(name));
  }

  @Override
  public String route() {
    RoutingContext routing = routing();
    return routing == null ? "" : routing.request().method() + " " + routing.normalizedPath();
  }

  @Override
  public Origin.Reader reader() {
    Set<UUID> named = new HashSet<>();
    if (identity.getPrincipal() instanceof JsonWebToken token) {
      claim(token, "subject_id").ifPresent(named::add);
      claim(token, "member_id").ifPresent(named::add);
    }
    // Whoever is bound to a party would else read, in a matter of their own, what no party sees.
    boolean auditor = identity.hasRole("auditor") && named.isEmpty();
    if (!identity.hasRole("service")) {
      return new Origin.Reader(auditor, true, Set.of(), named);
    }
    String client = client();
    boolean open = auditor || Grants.readsOpen(client, journal);
    Set<String> inside = Grants.readsInside(client, journal);
    if (!open && inside.isEmpty()) {
      throw new NotGranted(client, journal);
    }
    return new Origin.Reader(auditor, open, inside, named);
  }

  /** The client that the issuer gave the token to. */
  private String client() {
    Object client =
        identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim("azp") : null;
    return client == null ? "" : client.toString();
  }

  private static Optional<UUID> claim(JsonWebToken token, String name) {
    Object value = token.getClaim(name);
    try {
      return value == null ? Optional.empty() : Optional.of(UUID.fromString(value.toString()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private RoutingContext routing() {
    return Arc.container().requestContext().isActive() ? request.getCurrent() : null;
  }

  /** The clock of the process; a service or a test may provide another. */
  @Produces
  @DefaultBean
  @ApplicationScoped
  Clock clock() {
    return Clock.systemUTC();
  }
}
