package vn.digitaltrust.door;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/**
 * DOOR-27: what a caller expects is met or refused with 417, never passed over. {@code
 * 100-continue} is answered by whoever begins to read the body.
 */
@Provider
@PreMatching
@Priority(Priorities.USER + 1) // after the request has its id
public class Expectations implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    if (isOther(request.getHeaderString("Expect"))) {
      throw Refusal.of(Kind.EXPECTATION_FAILED);
    }
  }

  /**
   * Whether a caller expects something else than to be told to send the body.
   *
   * @param expect the header as it came; null when it did not
   */
  public static boolean isOther(String expect) {
    return expect != null && !expect.strip().equalsIgnoreCase("100-continue");
  }
}
