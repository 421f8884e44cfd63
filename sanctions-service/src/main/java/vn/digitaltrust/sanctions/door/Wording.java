package vn.digitaltrust.sanctions.door;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import java.net.URI;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * DOOR-1: gives every problem, whoever raised it, its stable type and its words in the caller's
 * language. Texts of the framework never reach the caller: they change with versions and speak of
 * classes.
 */
@ApplicationScoped
public class Wording implements ProblemPostProcessor {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  private final CurrentVertxRequest current;

  Wording(CurrentVertxRequest current) {
    this.current = current;
  }

  @Override
  public HttpProblem apply(HttpProblem problem, ProblemContext context) {
    ResourceBundle texts = ResourceBundle.getBundle("problems", language(), NO_FALLBACK);
    if (problem.getParameters().get(Refusal.WORDS) instanceof Refusal.Words words
        && !(context.cause instanceof ConstraintViolationException
            || context.cause instanceof JsonMappingException)) {
      String detail = text(texts, words.key(), words.arguments());
      return finish(problem, words.kind(), detail, violations(problem, detail), texts);
    }
    if (context.cause instanceof ConstraintViolationException invalid) {
      List<Refusal.Violation> violations = violations(invalid);
      return finish(
          problem, Kind.INVALID_VALUE, text(texts, "invalid-value.detail"), violations, texts);
    }
    if (context.cause instanceof UnrecognizedPropertyException unknown) {
      String detail = text(texts, "unknown-property.detail", path(unknown), known(unknown));
      return finish(problem, Kind.UNKNOWN_PROPERTY, detail, null, texts);
    }
    if (context.cause instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      String detail = text(texts, "malformed-request.at", path(mapping));
      return finish(problem, Kind.MALFORMED_REQUEST, detail, null, texts);
    }
    Kind kind = Kind.ofStatus(problem.getStatusCode());
    return finish(problem, kind, text(texts, kind.slug() + ".detail"), null, texts);
  }

  /**
   * The problem that a thing which went wrong would be answered with, for answers that hold
   * several.
   *
   * @param thrown what was raised; a refusal found among its causes is what counts
   */
  public HttpProblem of(Throwable thrown) {
    HttpProblem problem = Rollbacks.explain(thrown);
    return apply(problem, ProblemContext.of(thrown, ""));
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
      ResourceBundle texts) {
    HttpProblem.Builder answer =
        HttpProblem.builder()
            .withType(kind.type())
            .withStatus(kind.status())
            .withTitle(text(texts, kind.slug() + ".title"))
            .withDetail(detail)
            .withInstance(problem.getInstance() == null ? null : here());
    problem.getHeaders().forEach(answer::withHeader);
    answer.withHeader("Content-Language", texts.getLocale().toLanguageTag());
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

  private Locale language() {
    var exchange = current.getCurrent();
    if (exchange != null) {
      for (var accepted : exchange.acceptableLanguages()) {
        if ("vi".equalsIgnoreCase(accepted.tag())) {
          return VIETNAMESE;
        }
        if ("en".equalsIgnoreCase(accepted.tag())) {
          return Locale.ENGLISH;
        }
      }
    }
    return Locale.ENGLISH;
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
                new Refusal.Violation(
                    field(violation.getPropertyPath().toString()), violation.getMessage()))
        .sorted(java.util.Comparator.comparing(Refusal.Violation::field))
        .toList();
  }

  /**
   * Drops the method's and the parameter's name: callers know the body's fields, not our methods.
   */
  private static String field(String path) {
    String[] parts = path.split("\\.", 3);
    return parts[parts.length - 1];
  }

  private static String path(JsonMappingException mapping) {
    return mapping.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."))
        .replace(".[", "[");
  }

  private static String known(UnrecognizedPropertyException unknown) {
    return unknown.getKnownPropertyIds() == null
        ? ""
        : unknown.getKnownPropertyIds().stream()
            .map(String::valueOf)
            .sorted()
            .collect(Collectors.joining(", "));
  }

  private static String text(ResourceBundle texts, String key, Object... arguments) {
    try {
      return new MessageFormat(texts.getString(key), texts.getLocale()).format(arguments);
    } catch (MissingResourceException missing) {
      return key;
    }
  }

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
}
