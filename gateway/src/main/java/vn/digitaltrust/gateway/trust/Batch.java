package vn.digitaltrust.gateway.trust;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.door.Kind;
import vn.digitaltrust.door.Utf8Body;
import vn.digitaltrust.door.Words;
import vn.digitaltrust.gateway.access.Client;
import vn.digitaltrust.gateway.access.Places;
import vn.digitaltrust.gateway.door.Drain;
import vn.digitaltrust.gateway.door.Problem;
import vn.digitaltrust.gateway.door.Refusal;
import vn.digitaltrust.gateway.framing.BrokenBody;
import vn.digitaltrust.gateway.limits.Gate;

/** GW-16: many checks in one request, each with its own status. */
@ApplicationScoped
class Batch {
  /** The most checks of one request. */
  static final int MOST = 10_000;

  /** The largest body: four times what so many checks usually take. */
  static final int MOST_BYTES = 4 << 20;

  /** How many in JSON are answered at once, so that memory lasts. */
  static final int SEATS = 8;

  /** How many of them may be one client's. */
  static final int SEATS_EACH = 6;

  private final Places seats = new Places("Batch.SEATS and SEATS_EACH", SEATS, SEATS_EACH);

  private final Checks checks;
  private final Gate gate;
  private final ObjectMapper mapper;
  private final Duration time;

  /**
   * Nothing is answered yet.
   *
   * @param time how long a caller may take to send a batch, or to take its answers
   */
  Batch(
      Checks checks,
      Gate gate,
      ObjectMapper mapper,
      @ConfigProperty(name = "trust.batch-time") Duration time) {
    this.checks = checks;
    this.gate = gate;
    this.mapper = mapper;
    this.time = time;
  }

  /**
   * The checks to be made.
   *
   * @param checks read one by one, so that one that is no good fails alone
   * @param activity and what follows: asked where a check itself does not say
   */
  @Schema(name = "GatewayBatchRequest")
  record Request(
      @Schema(implementation = CheckRequest[].class, minItems = 1, maxItems = MOST)
          @JsonDeserialize(using = ChecksReader.class)
          List<ChecksReader.Asked> checks,
      @Schema(nullable = true, examples = "LIVESTREAM_SELL") String activity,
      @Schema(nullable = true, examples = "ONLINE") String media,
      @Schema(nullable = true, examples = "2025:79") String territory,
      @Schema(nullable = true, examples = "COSMETICS") String productCategory,
      @Schema(nullable = true, examples = "2027-02-06T12:00:00Z") String at) {
    private CheckRequest common() {
      return new CheckRequest(
          null, null, null, null, null, activity, media, territory, productCategory, at);
    }
  }

  /**
   * The answers, in the order of the checks.
   *
   * @param results made while they are written
   */
  @Schema(name = "GatewayBatchAnswer")
  record Answers(@Schema(implementation = Item[].class) Iterable<Item> results) {}

  /**
   * What became of one check.
   *
   * @param item its place in the request, from 1; of lines the number of the line, blank ones
   *     counted (GW-21)
   * @param check the answer, when the status is 200
   * @param problem what is wrong, otherwise
   */
  @Schema(name = "GatewayBatchItem", description = "Either check or problem is there")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      @Schema(
              description =
                  "Its place in the request, from 1; of lines the number of the line, blank ones"
                      + " counted",
              examples = "1")
          int item,
      @Schema(examples = "200") int status,
      @Schema(extensions = @Extension(name = "x-may-be-absent", value = "true", parseValue = true))
          Answer check,
      @Schema(extensions = @Extension(name = "x-may-be-absent", value = "true", parseValue = true))
          Problem problem) {}

  Places seats() {
    return seats;
  }

  Duration time() {
    return time;
  }

  /**
   * Reads a request and writes its answers. Neither is ever held as a whole.
   *
   * @throws Refusal when there are no checks or too many, what is asked in common is no good, the
   *     caller takes too long to send it, too many batches are being answered, or the caller's plan
   *     does not allow so many checks (LIMIT-4)
   */
  void answer(InputStream body, OutputStream out, RoutingContext exchange) throws IOException {
    exchange.addEndHandler(ended -> Drain.rest(exchange.request()));
    try {
      answerSeated(body, out, exchange);
    } catch (IOException | RuntimeException refused) {
      Drain.announce(exchange.request());
      throw refused;
    }
  }

  private void answerSeated(InputStream body, OutputStream out, RoutingContext exchange)
      throws IOException {
    checks.requireLoaded();
    Client client = Client.of(exchange);
    if (seats.enter(client) != Places.Entry.GRANTED) {
      throw Refusal.unavailable("check.busy");
    }
    try {
      Request request = readInTime(body, exchange);
      CheckRequest common = request.common();
      checks.requireAskable(common);
      count(request.checks().size(), exchange);
      write(new Answers(() -> results(request.checks(), common, exchange)), out, exchange);
    } finally {
      seats.leave(client);
    }
  }

  private void count(int items, RoutingContext exchange) {
    try {
      gate.takeBatch(exchange, items).toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof Refusal refusal ? refusal : failed;
    }
  }

  private Request readInTime(InputStream body, RoutingContext exchange) throws IOException {
    AtomicBoolean broken = new AtomicBoolean();
    Deadline end = Deadline.ofReading(time);
    BrokenBody.ifBroken(
        exchange.request(),
        () -> {
          broken.set(true);
          end.now();
        });
    try {
      return read(new Limited(body));
    } catch (InterruptedIOException interrupted) {
      throw broken.get() ? Refusal.brokenBody() : Refusal.callerLate();
    } finally {
      end.met();
    }
  }

  private void write(Answers answers, OutputStream out, RoutingContext exchange)
      throws IOException {
    Deadline end = new Deadline(time, exchange.request().connection());
    try {
      mapper.writeValue(out, answers);
    } finally {
      end.met();
    }
  }

  Request read(InputStream body) throws IOException {
    Request request;
    try {
      request = mapper.readValue(new Utf8Body(body), Request.class);
    } catch (Utf8Body.OtherEncoding encoded) {
      throw Refusal.malformed("body.utf-8");
    } catch (JsonMappingException wrong) {
      if (wrong.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      throw wrong;
    }
    if (request == null || request.checks() == null || request.checks().isEmpty()) {
      throw Refusal.invalid("checks", "check.none");
    }
    return request;
  }

  /** What becomes of the checks, made while it is written. */
  Iterator<Item> results(
      List<ChecksReader.Asked> asked, CheckRequest common, RoutingContext exchange) {
    return new BatchResults(checks, asked.iterator(), common, exchange);
  }

  /** Ends the reading of a body that is larger than allowed, announced or not. */
  private static final class Limited extends FilterInputStream {
    private int left = MOST_BYTES;

    private Limited(InputStream body) {
      super(body);
    }

    @Override
    public int read() throws IOException {
      return counted(super.read(), 1);
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      int read = super.read(into, from, most);
      return counted(read, read);
    }

    private int counted(int result, int bytes) {
      if (result >= 0) {
        left -= bytes;
        if (left < 0) {
          throw Refusal.because(Kind.TOO_LARGE, "too-large.body", Words.size(MOST_BYTES));
        }
      }
      return result;
    }

    /** What is left is drained when the answer has been written. */
    @Override
    public void close() {}
  }

  /** Makes the check of one line. */
  Item line(int number, byte[] json, RoutingContext exchange) {
    return BatchResults.item(
        number,
        exchange,
        () -> checks.answer(BatchResults.present(mapper.readValue(json, CheckRequest.class))));
  }
}
