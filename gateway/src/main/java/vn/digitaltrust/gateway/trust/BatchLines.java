package vn.digitaltrust.gateway.trust;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.digitaltrust.door.BodyForm;
import vn.digitaltrust.door.Kind;
import vn.digitaltrust.door.Words;
import vn.digitaltrust.gateway.door.Drain;
import vn.digitaltrust.gateway.door.Problem;
import vn.digitaltrust.gateway.door.Refusal;
import vn.digitaltrust.gateway.framing.BrokenBody;
import vn.digitaltrust.gateway.limits.Gate;

/**
 * GW-16: one batch of lines on its way: each line is answered as it comes in, and reading stops
 * while the caller does not take the answers. Lives on one event loop; what is held is one chunk
 * and one unfinished line. A body that grows beyond its limit, or takes too long, is ended with a
 * line that says so, whatever it is made of; so is one that has more lines than the client's plan
 * allows (LIMIT-4). An answer has the number that its line has in the body (GW-21).
 */
final class BatchLines {
  private static final int LONGEST_LINE = 16 * 1024;

  private final Batch batch;
  private final Gate gate;
  private final ObjectMapper mapper;
  private final RoutingContext exchange;
  private final HttpServerRequest request;
  private final HttpServerResponse response;

  private Buffer unfinished = Buffer.buffer();
  private boolean overlong;
  private long taken;
  private int lines;
  private int answered;

  /** The first line that waits for the client's plan, or 0. */
  private int waiting;

  private boolean ended;

  /**
   * A line that is answered, or one of which only so much was read that it is too long.
   *
   * @param number its number in the body, from 1
   */
  private record Line(int number, byte[] json, boolean tooLong) {}

  BatchLines(Batch batch, Gate gate, ObjectMapper mapper, RoutingContext exchange) {
    this.batch = batch;
    this.gate = gate;
    this.mapper = mapper;
    this.exchange = exchange;
    this.request = exchange.request();
    this.response = exchange.response();
  }

  void run() {
    Vertx vertx = exchange.vertx();
    long timer = vertx.setTimer(batch.time().toMillis(), fired -> breakOff(Refusal.callerLate()));
    BrokenBody.ifBroken(request, () -> breakOff(Refusal.brokenBody()));
    exchange.addEndHandler(done -> vertx.cancelTimer(timer));
    request.handler(this::take);
    request.endHandler(done -> finish());
    if (request.headers().contains(HttpHeaders.EXPECT)) {
      response.writeContinue(); // nothing else is expected of anybody (GATE-16)
    }
    request.resume();
  }

  private void take(Buffer chunk) {
    taken += chunk.length();
    if (taken > Batch.MOST_BYTES) {
      endWith(Refusal.because(Kind.TOO_LARGE, "too-large.body", Words.size(Batch.MOST_BYTES)));
      return;
    }
    List<Line> whole = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < chunk.length(); i++) {
      if (chunk.getByte(i) == '\n') {
        unfinished(chunk, start, i);
        line(whole);
        start = i + 1;
      }
    }
    unfinished(chunk, start, chunk.length());
    if (!whole.isEmpty()) {
      count(whole, false);
    }
  }

  private void unfinished(Buffer chunk, int from, int to) {
    if (unfinished.length() + to - from > LONGEST_LINE) {
      overlong = true;
    } else {
      unfinished.appendBuffer(chunk, from, to - from);
    }
  }

  private void line(List<Line> whole) {
    lines++;
    byte[] json = unfinished.getBytes();
    boolean tooLong = overlong;
    unfinished = Buffer.buffer();
    overlong = false;
    if (tooLong || !isBlank(json)) {
      whole.add(new Line(lines, json, tooLong));
    }
  }

  /** Takes lines off the client's plan and answers as many as it allows. */
  private void count(List<Line> whole, boolean last) {
    int most = Math.min(whole.size(), Batch.MOST - answered);
    if (most == 0) {
      answer(whole, new Gate.Granted(0, 0), last);
      return;
    }
    request.pause();
    waiting = whole.get(0).number();
    gate.takeLines(exchange, most)
        .onSuccess(granted -> answer(whole, granted, last))
        .onFailure(exchange::fail);
  }

  private void answer(List<Line> whole, Gate.Granted granted, boolean last) {
    if (ended) {
      return; // it was broken off while the counters were asked
    }
    waiting = 0;
    Buffer answers = Buffer.buffer();
    long allowed = answered + granted.checks();
    for (Line line : whole) {
      int number = line.number();
      if (answered == Batch.MOST) {
        end(answers, number, Refusal.invalid("checks", "check.too-many", Batch.MOST));
        break;
      } else if (answered == allowed) {
        runOut(answers, number, granted.retryAfter());
        break;
      } else if (line.tooLong()) {
        answer(answers, refused(number, Refusal.malformed("check.long-line", LONGEST_LINE)));
      } else if (BodyForm.isOtherEncoding(line.json(), line.json().length)) {
        answer(answers, refused(number, Refusal.malformed("body.utf-8")));
      } else {
        answer(answers, batch.line(number, line.json(), exchange));
      }
      answered++;
    }
    ended |= last;
    send(answers);
  }

  /** LIMIT-4: the plan allows no more; where nothing was answered yet, the answer is that alone. */
  private void runOut(Buffer answers, int number, long seconds) {
    Refusal refusal =
        Refusal.tooMany(Duration.ofSeconds(seconds), "limits.lines", answered, seconds);
    if (answered == 0) {
      ended = true;
      Problem.answer(exchange, refusal);
    } else {
      end(answers, number, refusal);
    }
  }

  /** Ends with the first line that is not answered. */
  private void endWith(Refusal refusal) {
    Buffer answers = Buffer.buffer();
    end(answers, waiting == 0 ? lines + 1 : waiting, refusal);
    send(answers);
  }

  /** The last line: what comes after it is not read. */
  private void end(Buffer answers, int number, Refusal refusal) {
    ended = true;
    answer(answers, refused(number, refusal));
  }

  private Batch.Item refused(int number, Refusal refusal) {
    Problem problem = Problem.ofItem(refusal, exchange);
    return new Batch.Item(number, problem.status(), null, problem);
  }

  private void answer(Buffer answers, Batch.Item item) {
    try {
      answers.appendBytes(mapper.writeValueAsBytes(item)).appendByte((byte) '\n');
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void send(Buffer answers) {
    if (response.ended()) {
      return;
    }
    if (answers.length() > 0) {
      begin();
      response.write(answers);
    }
    if (ended) {
      response.end();
      Drain.rest(request);
    } else if (response.writeQueueFull()) {
      request.pause();
      response.drainHandler(drained -> request.resume());
    } else {
      request.resume();
    }
  }

  private void begin() {
    if (!response.headWritten()) {
      response
          .setChunked(true)
          .putHeader(HttpHeaders.CONTENT_TYPE, TrustResource.NDJSON)
          .putHeader(HttpHeaders.CACHE_CONTROL, Evidence.NOT_KEPT);
    }
  }

  /** Who still takes answers is told; who does not, or has them all on the way, is cut off. */
  private void breakOff(Refusal why) {
    if (ended || response.writeQueueFull()) {
      request.connection().close();
    } else if (!response.headWritten()) {
      ended = true;
      Problem.answer(exchange, why);
    } else {
      endWith(why);
    }
  }

  private void finish() {
    if (ended) {
      return;
    }
    List<Line> whole = new ArrayList<>();
    line(whole);
    if (!whole.isEmpty()) {
      count(whole, true);
      return;
    }
    ended = true;
    if (answered == 0) {
      Problem.answer(exchange, Refusal.invalid("checks", "check.none"));
    } else {
      response.end();
    }
  }

  private static boolean isBlank(byte[] text) {
    for (byte character : text) {
      if (character > ' ' || character < 0) {
        return false;
      }
    }
    return true;
  }
}
