package vn.digitaltrust.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.net.URI;
import java.util.Comparator;
import java.util.List;

/**
 * DOOR-1: gives every problem, whoever raised it, its stable type and its words in the caller's
 * language. Texts of the framework never reach the caller: they change with versions and speak of
 * classes.
 */
@ApplicationScoped
public class Wording implements ProblemPostProcessor {
  private final CurrentVertxRequest current;

  Wording(CurrentVertxRequest current) {
    this.current = current;
  }

  @Override
  public HttpProblem apply(HttpProblem problem, ProblemContext context) {
    Words words = Words.of(current.getCurrent());
    if (context.cause instanceof ConstraintViolationException invalid) {
      String detail = words.detail(Kind.INVALID_VALUE);
      return finish(problem, Kind.INVALID_VALUE, detail, violations(invalid), words);
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

  private static List<Refusal.Violation> violations(ConstraintViolationException invalid) {
    return invalid.getConstraintViolations().stream()
        .map(
            violation ->
                new Refusal.Violation(field(violation.getPropertyPath()), violation.getMessage()))
        .sorted(Comparator.comparing(Refusal.Violation::field))
        .toList();
  }

  /**
   * DOOR-22: the path as the caller wrote it, such as {@code accounts[1].handle}: names of the
   * body's fields and places in its lists, and nothing of our methods, parameters and kinds of
   * containers.
   */
  private static String field(Path path) {
    StringBuilder field = new StringBuilder();
    String parameter = "";
    for (Path.Node node : path) {
      if (node.isInIterable()) {
        Object place = node.getKey() == null ? node.getIndex() : node.getKey();
        field.append('[').append(place == null ? "" : place).append(']');
      }
      if (node.getKind() == ElementKind.PARAMETER) {
        parameter = node.getName();
      } else if (node.getKind() == ElementKind.PROPERTY) {
        field.append(field.isEmpty() ? "" : ".").append(node.getName());
      }
    }
    return field.isEmpty() ? parameter : field.toString();
  }
}
