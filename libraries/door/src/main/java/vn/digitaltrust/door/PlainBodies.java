package vn.digitaltrust.door;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * DOOR-17: a body is UTF-8 and not coded otherwise. What is announced is refused unread, what is
 * not when its first bytes are read.
 */
@Provider
@Priority(Priorities.USER + 1) // around BodyLimit, which takes any fault below it for a lost caller
public class PlainBodies implements ContainerRequestFilter {
  private static final Set<String> BODILESS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  @Override
  public void filter(ContainerRequestContext request) {
    if (BODILESS.contains(request.getMethod())
        || BodyForm.isEmpty(request.getHeaderString("Content-Length"))) {
      return;
    }
    String coding = request.getHeaderString("Content-Encoding");
    if (BodyForm.isCoded(coding)) {
      throw HttpProblem.builder(Refusal.because(Kind.UNSUPPORTED_MEDIA_TYPE, "body.coded", coding))
          .withHeader("Accept-Encoding", "identity")
          .build();
    }
    String charset = BodyForm.otherCharset(request.getHeaderString("Content-Type"));
    if (charset != null) {
      throw Refusal.because(Kind.UNSUPPORTED_MEDIA_TYPE, "body.charset", charset);
    }
    request.setEntityStream(new Utf8Body(request.getEntityStream()));
  }

  /** 400: the body is in another encoding than UTF-8. */
  @Provider
  public static class Encoded extends ExceptionMapperBase<Utf8Body.OtherEncoding> {
    @Override
    protected HttpProblem toProblem(Utf8Body.OtherEncoding cause) {
      return Refusal.because(Kind.MALFORMED_REQUEST, "body.utf-8");
    }
  }
}
