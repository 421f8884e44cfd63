package vn.digitaltrust.gateway.trust;

import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import org.jboss.logging.Logger;
import vn.digitaltrust.gateway.door.Problem;
import vn.digitaltrust.gateway.door.Refusal;

/**
 * GW-16: what became of the checks of a batch, in their order. They are read some at a time, and
 * most of what these will look at is looked up together before the first of them is answered.
 */
final class BatchResults implements Iterator<Batch.Item> {
  private static final Logger LOG = Logger.getLogger(BatchResults.class);

  /** With 16 it was a little slower; what was looked up must still be in a cache when needed. */
  private static final int TOGETHER = 32;

  private final Checks checks;
  private final Iterator<ChecksReader.Asked> asked;
  private final CheckRequest common;
  private final RoutingContext exchange;
  private final Queue<Attempt<Check>> read = new ArrayDeque<>(TOGETHER);
  private int number;

  BatchResults(
      Checks checks,
      Iterator<ChecksReader.Asked> asked,
      CheckRequest common,
      RoutingContext exchange) {
    this.checks = checks;
    this.asked = asked;
    this.common = common;
    this.exchange = exchange;
  }

  /** What may fail. */
  interface Attempt<T> {
    T get() throws IOException;
  }

  @Override
  public boolean hasNext() {
    return !read.isEmpty() || asked.hasNext();
  }

  @Override
  public Batch.Item next() {
    if (read.isEmpty()) {
      readMore();
    }
    Attempt<Check> next = read.remove();
    return item(++number, exchange, () -> checks.answer(next.get()));
  }

  private void readMore() {
    List<Check> good = new ArrayList<>(TOGETHER);
    while (read.size() < TOGETHER && asked.hasNext()) {
      ChecksReader.Asked each = asked.next();
      try {
        Check check = checks.read(present(each.read()).or(common));
        good.add(check);
        read.add(() -> check);
      } catch (IOException | RuntimeException wrong) {
        read.add(
            () -> {
              throw wrong;
            });
      }
    }
    checks.readAhead(good);
  }

  /** A request that is there. */
  static CheckRequest present(CheckRequest request) {
    if (request == null) {
      throw Refusal.malformed("malformed-request.object");
    }
    return request;
  }

  /** The answer, or the problem in its place. */
  static Batch.Item item(int number, RoutingContext exchange, Attempt<Answer> answer) {
    Problem problem;
    try {
      return new Batch.Item(number, 200, answer.get(), null);
    } catch (Refusal | IOException wrong) {
      problem = Problem.ofItem(wrong, exchange);
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "check %d of a batch failed", number);
      problem = Problem.ofItem(failure, exchange);
    }
    return new Batch.Item(number, problem.status(), null, problem);
  }
}
