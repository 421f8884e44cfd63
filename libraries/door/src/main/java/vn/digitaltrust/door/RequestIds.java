package vn.digitaltrust.door;

import io.opentelemetry.api.trace.Span;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * DOOR-5: keeps the request id that the gateway gave, or makes one, and hands it to logs, spans,
 * journal and answer. The gateway never passes an outsider's id on; a direct caller of a service
 * can only choose among harmless characters.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 1) // around all that may refuse
public class RequestIds implements ContainerRequestFilter, ContainerResponseFilter {
  /** The header that carries the id. */
  public static final String HEADER = "X-Request-Id";

  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9-]{8,64}");

  private final Clock clock;

  RequestIds(Clock clock) {
    this.clock = clock;
  }

  /** The id that came with a request if it is harmless, else a new one. */
  static String kept(String given, Clock clock) {
    return given != null && HARMLESS.matcher(given).matches()
        ? given
        : Ids.next(clock.instant()).toString();
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String id = kept(request.getHeaderString(HEADER), clock);
    request.getHeaders().putSingle(HEADER, id);
    MDC.put("requestId", id);
    Span.current().setAttribute("request.id", id);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    response.getHeaders().putSingle(HEADER, String.valueOf(request.getHeaderString(HEADER)));
  }
}
