package vn.digitaltrust.door;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * DOOR-7: a body that is held in memory is small, and a streamed one has its end, too. The server's
 * own limit, which ends the connection without words, lies above both; what says its length is
 * refused unread, what does not while it is read.
 */
@Provider
public class BodyLimit implements ContainerRequestFilter {
  private static final Set<String> BODILESS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final ResourceInfo resource;
  private final long longestHeld;
  private final long longestStream;

  /**
   * The limits of one service.
   *
   * @param longestHeld {@code requests.longest-body}, the longest body that is not streamed
   * @param longestStream {@code requests.longest-stream}, the longest that is
   */
  BodyLimit(
      ResourceInfo resource,
      @ConfigProperty(name = "requests.longest-body") MemorySize longestHeld,
      @ConfigProperty(name = "requests.longest-stream") MemorySize longestStream) {
    this.resource = resource;
    this.longestHeld = longestHeld.asLongValue();
    this.longestStream = longestStream.asLongValue();
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (BODILESS.contains(request.getMethod())) {
      return;
    }
    boolean streamed = resource.getResourceMethod().isAnnotationPresent(StreamedBody.class);
    long longest = streamed ? longestStream : longestHeld;
    if (isLonger(request.getHeaderString("Content-Length"), longest)) {
      throw Refusal.tooLarge(longest);
    }
    request.setEntityStream(new Bounded(request.getEntityStream(), longest));
  }

  private static boolean isLonger(String contentLength, long longest) {
    return contentLength != null
        && contentLength.chars().allMatch(c -> c >= '0' && c <= '9')
        && (contentLength.length() > 18 || Long.parseLong(contentLength) > longest);
  }

  /** Raised by reading on; an IOException, because parsers wrap all others in their own. */
  public static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    private final long most;

    TooLarge(long most) {
      this.most = most;
    }

    /** What to tell about it. */
    public Refusal refusal() {
      return Refusal.tooLarge(most);
    }
  }

  /** 413: more came than the bound allows. */
  @Provider
  public static class Exceeded extends ExceptionMapperBase<TooLarge> {
    @Override
    protected HttpProblem toProblem(TooLarge cause) {
      return cause.refusal();
    }
  }

  /** Raised when the caller goes away in the middle, which is no failure of ours. */
  static final class BrokenOff extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenOff(IOException cause) {
      super(cause);
    }
  }

  /** 400, for the record: nobody is left to be told. */
  @Provider
  public static class Incomplete extends ExceptionMapperBase<BrokenOff> {
    @Override
    protected HttpProblem toProblem(BrokenOff cause) {
      return Refusal.of(Kind.MALFORMED_REQUEST);
    }
  }

  private static final class Bounded extends FilterInputStream {
    private final long longest;
    private long read;

    Bounded(InputStream in, long longest) {
      super(in);
      this.longest = longest;
    }

    @Override
    public int read() throws IOException {
      int next;
      try {
        next = in.read();
      } catch (IOException broken) {
        throw new BrokenOff(broken);
      }
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count;
      try {
        count = in.read(bytes, offset, length);
      } catch (IOException broken) {
        throw new BrokenOff(broken);
      }
      count(Math.max(count, 0));
      return count;
    }

    @Override
    public long skip(long most) throws IOException {
      long skipped = in.skip(most);
      count(skipped);
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void count(long more) throws TooLarge {
      read += more;
      if (read > longest) {
        throw new TooLarge(longest);
      }
    }
  }
}
