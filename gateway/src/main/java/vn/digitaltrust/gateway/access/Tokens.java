package vn.digitaltrust.gateway.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import vn.digitaltrust.gateway.door.Kind;
import vn.digitaltrust.gateway.door.Problem;
import vn.digitaltrust.gateway.door.Refusal;

/** ACCESS-1: verifies the token of a request that no resource method will see. */
@ApplicationScoped
public class Tokens {
  private static final Logger LOG = Logger.getLogger(Tokens.class);

  private final IdentityProviderManager providers;

  Tokens(IdentityProviderManager providers) {
    this.providers = providers;
  }

  /**
   * Goes on with the identity of a valid token, or answers: 401 when there is none, 503 when it
   * cannot be judged because the issuer's keys are out of reach.
   */
  public void verified(RoutingContext exchange, Consumer<SecurityIdentity> next) {
    // Else the framework would answer a bad token before we do, and without a word.
    exchange.put(
        QuarkusHttpUser.AUTH_FAILURE_HANDLER, (BiConsumer<RoutingContext, Throwable>) this::refuse);
    Uni<SecurityIdentity> identity = QuarkusHttpUser.getSecurityIdentity(exchange, providers);
    identity
        .subscribe()
        .with(
            who -> {
              if (who == null || who.isAnonymous()) {
                refuse(exchange, "Bearer");
              } else {
                next.accept(who);
              }
            },
            failure -> refuse(exchange, failure));
  }

  private void refuse(RoutingContext exchange, Throwable failure) {
    if (exchange.response().headWritten()) {
      return;
    }
    if (failure instanceof AuthenticationFailedException) {
      refuse(exchange, "Bearer error=\"invalid_token\"");
    } else {
      LOG.warnf("A token could not be judged: %s", failure.toString());
      Problem.answer(exchange, Refusal.unavailable("unavailable.issuer"));
    }
  }

  private static void refuse(RoutingContext exchange, String challenge) {
    exchange.response().putHeader("WWW-Authenticate", challenge);
    Problem.answer(exchange, Refusal.of(Kind.UNAUTHENTICATED));
  }
}
