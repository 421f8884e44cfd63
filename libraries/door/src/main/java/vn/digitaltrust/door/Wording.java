package vn.digitaltrust.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * DOOR-1: gives every problem, whoever raised it, its stable type and its words in the caller's
 * language. Texts of the framework never reach the caller: they change with versions and speak of
 * classes. DOOR-29: logs those that are no refusal; the library's own log, which is off, calls
 * every 5xx an error and shows where it was raised.
 */
@ApplicationScoped
public class Wording implements ProblemPostProcessor {
  private static final Logger LOG = Logger.getLogger(Wording.class);

  private final CurrentVertxRequest current;

  Wording(CurrentVertxRequest current) {
    this.current = current;
  }

  @Override
  public HttpProblem apply(HttpProblem problem, ProblemContext context) {
    HttpProblem told = worded(problem, context);
    if (told.getStatusCode() >= Kind.INTERNAL.status()) {
      log(problem, told, context.cause);
    }
    return told;
  }

  /** A fault of ours is told with its trace, what we cannot do at present in one line. */
  private void log(HttpProblem problem, HttpProblem told, Throwable cause) {
    if (hasLeft(cause)) {
      LOG.debug("The caller left before the answer was out", cause);
    } else if (told.getStatusCode() == Kind.INTERNAL.status()) {
      LOG.error("A request failed", cause);
    } else {
      Object key = problem.getParameters().getOrDefault(Refusal.TEXT, told.getType());
      LOG.warnf("Answered with %d: %s", told.getStatusCode(), key);
    }
  }

  /** Whether the answer could not be written because nobody is there any more to take it. */
  private boolean hasLeft(Throwable thrown) {
    RoutingContext exchange = current.getCurrent();
    boolean gone =
        exchange != null && (exchange.response().closed() || exchange.response().ended());
    for (Throwable cause = thrown; gone && cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  private HttpProblem worded(HttpProblem problem, ProblemContext context) {
    Words words = Words.of(current.getCurrent());
    if (context.cause instanceof ConstraintViolationException invalid) {
      String detail = words.detail(Kind.INVALID_VALUE);
      return finish(problem, Kind.INVALID_VALUE, detail, violations(invalid, words), words);
    }
    JsonProcessingException unread = Words.unread(context.cause);
    if (unread != null) {
      Words.Unreadable told = words.unreadable(unread);
      return finish(problem, told.kind(), told.detail(), told.violations(), words);
    }
    if (problem.getParameters().get(Refusal.TEXT) instanceof Refusal.Text refusal) {
      String detail = words.text(refusal.key(), refusal.arguments());
      return finish(problem, refusal.kind(), detail, violations(problem, detail), words);
    }
    Kind kind = Kind.ofStatus(problem.getStatusCode());
    return finish(problem, kind, words.detail(kind), null, words);
  }

  /**
   * The problem that a thing which went wrong would be answered with, for answers that hold
   * several.
   *
   * @param thrown what was raised; a refusal found among its causes is what counts
   */
  public HttpProblem of(Throwable thrown) {
    return apply(DatabaseRefusals.explain(thrown), ProblemContext.of(thrown, ""));
  }

  /** After the library's own defaults, so that these words are the last. */
  @Override
  public int priority() {
    return 1;
  }

  private HttpProblem finish(
      HttpProblem problem,
      Kind kind,
      String detail,
      List<Refusal.Violation> violations,
      Words words) {
    HttpProblem.Builder answer =
        HttpProblem.builder()
            .withType(kind.type())
            .withStatus(kind.status())
            .withTitle(words.title(kind))
            .withDetail(detail)
            .withInstance(problem.getInstance() == null ? null : here());
    problem.getHeaders().forEach(answer::withHeader);
    answer.withHeader("Content-Language", words.language()).withHeader("Vary", "Accept-Language");
    if (problem.getParameters().get("rule") instanceof String rule) {
      answer.with("rule", rule);
    }
    if (violations != null) {
      answer.with("violations", violations);
    }
    return answer.build();
  }

  /**
   * The path as it was asked for. The library leaves out that all paths here begin alike, and
   * decodes what it is given once before it is written.
   */
  private URI here() {
    var exchange = current.getCurrent();
    return exchange == null
        ? null
        : URI.create(exchange.request().path().replace("%", "%25").replace("+", "%2B"));
  }

  private static List<Refusal.Violation> violations(HttpProblem refusal, String detail) {
    if (!(refusal.getParameters().get("violations") instanceof List<?> list)) {
      return null;
    }
    return list.stream()
        .map(Refusal.Violation.class::cast)
        .map(violation -> new Refusal.Violation(violation.field(), detail))
        .toList();
  }

  private static List<Refusal.Violation> violations(
      ConstraintViolationException invalid, Words words) {
    return invalid.getConstraintViolations().stream()
        .map(broken -> BrokenConstraints.told(broken, words))
        .sorted(Comparator.comparing(Refusal.Violation::field))
        .toList();
  }
}
