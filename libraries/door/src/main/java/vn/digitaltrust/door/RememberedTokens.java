package vn.digitaltrust.door;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Map;
import java.util.Set;

/** DOOR-16: lets in who was verified a short while ago, and has all others verified. */
@Alternative
@Priority(1)
@ApplicationScoped
class RememberedTokens implements HttpAuthenticationMechanism {
  private static final String SCHEME = "Bearer ";

  private final OidcAuthenticationMechanism verification;
  private final VerifiedTokens known;

  RememberedTokens(OidcAuthenticationMechanism verification, VerifiedTokens known) {
    this.verification = verification;
    this.known = known;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext exchange, IdentityProviderManager providers) {
    String header = exchange.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.startsWith(SCHEME)) {
      return verification.authenticate(exchange, providers);
    }
    String token = header.substring(SCHEME.length());
    SecurityIdentity caller = known.find(token);
    if (caller != null) {
      return Uni.createFrom().item(caller);
    }
    return verification
        .authenticate(exchange, providers)
        .invoke(
            verified -> {
              if (verified != null) {
                known.remember(token, verified, Map.of());
              }
            });
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
    return verification.getChallenge(exchange);
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return verification.getCredentialTypes();
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext exchange) {
    return verification.getCredentialTransport(exchange);
  }

  /** Before the verification itself, which would otherwise be asked first. */
  @Override
  public int getPriority() {
    return verification.getPriority() + 1;
  }
}
