package vn.digitaltrust.door;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

/**
 * No token, or none that is valid. The library's mappers for these reach for a field that Quarkus
 * 3.33 does not have any more, and so turned every 401 into a 500; ours go first.
 */
final class TokenRefusals {
  private static final int FIRST = 1;

  private TokenRefusals() {}

  private static HttpProblem challenge() {
    return HttpProblem.builder(Refusal.of(Kind.UNAUTHENTICATED))
        .withHeader("WWW-Authenticate", "Bearer")
        .build();
  }

  /** 401: no token where one is needed. */
  @Provider
  @Priority(FIRST)
  public static class Missing extends ExceptionMapperBase<UnauthorizedException> {
    @Override
    protected HttpProblem toProblem(UnauthorizedException cause) {
      return challenge();
    }
  }

  /** 401: a token that is expired, malformed, wrongly signed or made for somebody else. */
  @Provider
  @Priority(FIRST)
  public static class Invalid extends ExceptionMapperBase<AuthenticationFailedException> {
    @Override
    protected HttpProblem toProblem(AuthenticationFailedException cause) {
      return challenge();
    }
  }
}
