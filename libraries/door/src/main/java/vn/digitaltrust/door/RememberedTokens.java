package vn.digitaltrust.door;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
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
  private final OidcAuthenticationMechanism verification;
  private final VerifiedTokens known;

  RememberedTokens(OidcAuthenticationMechanism verification, VerifiedTokens known) {
    this.verification = verification;
    this.known = known;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext exchange, IdentityProviderManager providers) {
    String token = Bearer.of(exchange.request());
    if (token == null) {
      return verification.authenticate(exchange, providers);
    }
    SecurityIdentity caller = known.find(token);
    if (caller != null) {
      return Uni.createFrom().item(caller);
    }
    if (!Bearer.isSigned(token)) { // what is known was signed
      return Uni.createFrom().failure(new AuthenticationFailedException("no signed token"));
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
