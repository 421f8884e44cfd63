package vn.digitaltrust.gateway.proxy;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.journal.testing.Tokens;

/** PROXY-2 and PROXY-6: bodies of 200 MB pass, and little of them is ever under way. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class StreamingTest {
  private static final long BODY = 200L << 20;

  /** Buffers of four sockets and of two HTTP stacks; a gateway that held bodies would hold 200. */
  private static final long UNDER_WAY = 32L << 20;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Neighbours.Given Neighbours neighbours;

  @TestHTTPResource URI gateway;

  @BeforeEach
  void forget() {
    neighbours.registry().reset();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(gateway.resolve(path))
        .header("Authorization", "Bearer " + Tokens.as("registrar"));
  }

  /** A body without an announced length, that tells how much of it was taken. */
  private static final class Body extends InputStream {
    private final long length;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong mostUnderWay = new AtomicLong();
    private final java.util.function.LongSupplier arrived;

    private Body(long length, java.util.function.LongSupplier arrived) {
      this.length = length;
      this.arrived = arrived;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(byte[] into, int from, int most) {
      if (taken.get() >= length) {
        return -1;
      }
      int count = (int) Math.min(most, length - taken.get());
      long under = taken.addAndGet(count) - arrived.getAsLong();
      mostUnderWay.accumulateAndGet(under, Math::max);
      return count;
    }
  }

  @Test
  @DisplayName("PROXY-2 200 MB go up to a service that takes them slowly")
  void up() throws Exception {
    Body body = new Body(BODY, neighbours.registry()::bytesReceived);
    HttpResponse<String> answer =
        client.send(
            to("/registry/v1/upload")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofInputStream(() -> body))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode(), equalTo(200));
    assertThat(answer.body(), equalTo(Long.toString(BODY)));
    assertThat(body.mostUnderWay.get(), lessThan(UNDER_WAY));
  }

  @Test
  @DisplayName("PROXY-2 200 MB come down to a caller that takes them slowly")
  void down() throws Exception {
    HttpResponse<InputStream> answer =
        client.send(
            to("/registry/v1/download?bytes=" + BODY).GET().build(), BodyHandlers.ofInputStream());
    long read = 0;
    long mostUnderWay = 0;
    byte[] buffer = new byte[16 * 1024];
    try (InputStream body = answer.body()) {
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        read += count;
        mostUnderWay = Math.max(mostUnderWay, neighbours.registry().bytesSent() - read);
      }
    }
    assertThat(read, equalTo(BODY));
    assertThat(mostUnderWay, lessThan(UNDER_WAY));
  }

  @Test
  @DisplayName("PROXY-6 A body that grows too large without announcing it is refused on its way")
  void grown() throws Exception {
    Body body = new Body(2 << 20, () -> 0);
    HttpResponse<String> answer =
        client.send(
            to("/registry/v1/upload")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> body))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode(), equalTo(413));
    assertThat(
        answer.headers().firstValue("Content-Type").orElse(""),
        equalTo("application/problem+json"));
    assertThat(answer.body(), containsString("urn:digital-trust:problem:too-large"));
  }
}
