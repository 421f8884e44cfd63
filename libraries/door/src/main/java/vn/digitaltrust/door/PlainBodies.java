package vn.digitaltrust.door;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * DOOR-17: a body is UTF-8, not coded otherwise, and of a named media type. What is announced is
 * refused unread, what is not when its first bytes are read.
 */
@Provider
@Priority(Priorities.USER + 1) // around BodyLimit, which takes any fault below it for a lost caller
public class PlainBodies implements ContainerRequestFilter {
  private static final Set<String> BODILESS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final ResourceInfo resource;

  PlainBodies(ResourceInfo resource) {
    this.resource = resource;
  }

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
    String type = request.getHeaderString("Content-Type");
    String charset = BodyForm.otherCharset(type);
    if (charset != null) {
      throw Refusal.because(Kind.UNSUPPORTED_MEDIA_TYPE, "body.charset", charset);
    }
    if (type == null && resource.getResourceMethod().isAnnotationPresent(StreamedBody.class)) {
      throw Refusal.of(Kind.UNSUPPORTED_MEDIA_TYPE); // it is read after the answer has begun
    }
    request.setEntityStream(new Utf8Body(request.getEntityStream(), type != null));
  }

  /** 415: there is a body and its media type is not named; the framework would take it for JSON. */
  @Provider
  public static class Unnamed extends ExceptionMapperBase<Utf8Body.Untyped> {
    @Override
    protected HttpProblem toProblem(Utf8Body.Untyped cause) {
      return Refusal.of(Kind.UNSUPPORTED_MEDIA_TYPE);
    }
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
