package vn.digitaltrust.gateway.door;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import vn.digitaltrust.door.Kind;
import vn.digitaltrust.door.Words;

/**
 * GATE-1 where neither library has words: the problem library cannot name the challenge of a 401 in
 * this version of Quarkus, nor the methods of a 405, and Quarkus answers a body of the wrong shape
 * with nothing at all. And where one has too many: it writes a stack trace for every 503, when
 * there is the least time for it.
 */
class OwnAnswers {
  /** Before the mappers of the libraries. */
  private static final int FIRST = 1;

  private final OwnAddresses addresses;

  OwnAnswers(OwnAddresses addresses) {
    this.addresses = addresses;
  }

  @ServerExceptionMapper(priority = FIRST)
  Response refused(Refusal refusal, RoutingContext exchange) {
    return answer(Problem.of(refusal, exchange), exchange)
        .header("Retry-After", refusal.retryAfter())
        .build();
  }

  @ServerExceptionMapper(priority = FIRST)
  Response noToken(UnauthorizedException nobody, RoutingContext exchange) {
    return unauthenticated("Bearer", exchange);
  }

  @ServerExceptionMapper(priority = FIRST)
  Response badToken(AuthenticationFailedException bad, RoutingContext exchange) {
    return unauthenticated("Bearer error=\"invalid_token\"", exchange);
  }

  @ServerExceptionMapper(priority = FIRST)
  Response badShape(MismatchedInputException shape, RoutingContext exchange) {
    return answer(Problem.ofItem(shape, exchange), exchange).build();
  }

  @ServerExceptionMapper(priority = FIRST)
  Response badMethod(NotAllowedException method, RoutingContext exchange) {
    Problem problem = Problem.of(Refusal.of(Kind.METHOD_NOT_ALLOWED), exchange);
    return answer(problem, exchange)
        .header("Allow", addresses.allow(exchange.request().uri()))
        .build();
  }

  private static Response unauthenticated(String challenge, RoutingContext exchange) {
    return answer(Problem.of(Refusal.of(Kind.UNAUTHENTICATED), exchange), exchange)
        .header("WWW-Authenticate", challenge)
        .build();
  }

  private static Response.ResponseBuilder answer(Problem problem, RoutingContext exchange) {
    return Response.status(problem.status())
        .header(HttpHeaders.CONTENT_TYPE.toString(), "application/problem+json")
        .header("Content-Language", Words.of(exchange).language())
        .entity(problem.toBuffer().toString());
  }
}
