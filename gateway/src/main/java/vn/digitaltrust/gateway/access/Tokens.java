package vn.digitaltrust.gateway.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import vn.digitaltrust.door.Bearer;
import vn.digitaltrust.door.Kind;
import vn.digitaltrust.door.VerifiedTokens;
import vn.digitaltrust.gateway.door.AccessLog;
import vn.digitaltrust.gateway.door.Problem;
import vn.digitaltrust.gateway.door.Refusal;

/** ACCESS-1: verifies the token of a request before anything is done for it. */
@ApplicationScoped
public class Tokens {
  private static final Logger LOG = Logger.getLogger(Tokens.class);
  private static final String INVALID = "Bearer error=\"invalid_token\"";
  private static final String VERIFIED = Tokens.class.getName();

  private final IdentityProviderManager providers;
  private final VerifiedTokens known;

  Tokens(IdentityProviderManager providers, VerifiedTokens known) {
    this.providers = providers;
    this.known = known;
  }

  /**
   * Goes on with the identity of a valid token, or answers: 401 when there is none, 503 when it
   * cannot be judged because the issuer's keys are out of reach.
   */
  public void verified(RoutingContext exchange, Consumer<SecurityIdentity> next) {
    SecurityIdentity verified = exchange.get(VERIFIED);
    if (verified != null) {
      next.accept(verified); // by whoever asked before, of this very exchange
      return;
    }
    SecurityIdentity caller = known(exchange);
    if (caller != null) {
      next.accept(caller);
      return;
    }
    String token = Bearer.of(exchange.request());
    if (token != null && !Bearer.isSigned(token)) {
      refuse(exchange, INVALID);
      return;
    }
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
                return;
              }
              if (token != null) {
                known.remember(token, who, Map.of(Client.ATTRIBUTE, Client.of(who)));
              }
              enter(exchange, who);
              next.accept(who);
            },
            failure -> refuse(exchange, failure));
  }

  /**
   * DOOR-16: the caller, if the token was verified a short while ago; else null, and nothing is
   * said about the token yet. Needs nothing that the framework prepares.
   */
  public SecurityIdentity known(RoutingContext exchange) {
    String token = Bearer.of(exchange.request());
    SecurityIdentity caller = token == null ? null : known.find(token);
    if (caller != null) {
      enter(exchange, caller);
    }
    return caller;
  }

  private static void enter(RoutingContext exchange, SecurityIdentity caller) {
    QuarkusHttpUser.setIdentity(caller, exchange);
    exchange.put(VERIFIED, caller);
    Client client = Client.of(caller);
    exchange.put(Client.ATTRIBUTE, client);
    exchange.put(AccessLog.CLIENT, client.id());
  }

  private void refuse(RoutingContext exchange, Throwable failure) {
    if (exchange.response().headWritten()) {
      return;
    }
    if (failure instanceof AuthenticationFailedException) {
      refuse(exchange, INVALID);
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
