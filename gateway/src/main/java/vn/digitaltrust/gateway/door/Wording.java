package vn.digitaltrust.gateway.door;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.stream.Collectors;

/**
 * DOOR-1: gives every problem, whoever raised it, its stable type and its words in the caller's
 * language. Texts of the framework never reach the caller: they change with versions and speak of
 * classes.
 */
@ApplicationScoped
class Wording implements ProblemPostProcessor {
  private final CurrentVertxRequest current;

  Wording(CurrentVertxRequest current) {
    this.current = current;
  }

  @Override
  public HttpProblem apply(HttpProblem problem, ProblemContext context) {
    Words words = Words.of(current.getCurrent());
    if (context.cause instanceof UnrecognizedPropertyException unknown) {
      String detail = words.text("unknown-property.detail", path(unknown), known(unknown));
      return finish(problem, Kind.UNKNOWN_PROPERTY, detail, words);
    }
    if (context.cause instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      String detail = words.text("malformed-request.at", path(mapping));
      return finish(problem, Kind.MALFORMED_REQUEST, detail, words);
    }
    Kind kind = Kind.ofStatus(problem.getStatusCode());
    return finish(problem, kind, words.detail(kind), words);
  }

  /** After the library's own defaults, so that these words are the last. */
  @Override
  public int priority() {
    return 1;
  }

  private HttpProblem finish(HttpProblem problem, Kind kind, String detail, Words words) {
    HttpProblem.Builder answer =
        HttpProblem.builder()
            .withType(kind.type())
            .withStatus(kind.status())
            .withTitle(words.title(kind))
            .withDetail(detail)
            .withInstance(here());
    problem.getHeaders().forEach(answer::withHeader);
    answer.withHeader("Content-Language", words.language());
    return answer.build();
  }

  /** The path as it was asked for; the library decodes what it is given before it is written. */
  private URI here() {
    String path = Paths.of(current.getCurrent().request().uri());
    return URI.create(path.replace("%", "%25").replace("+", "%2B"));
  }

  static String path(JsonMappingException mapping) {
    return mapping.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."))
        .replace(".[", "[");
  }

  static String known(UnrecognizedPropertyException unknown) {
    return unknown.getKnownPropertyIds() == null
        ? ""
        : unknown.getKnownPropertyIds().stream()
            .map(String::valueOf)
            .sorted()
            .collect(Collectors.joining(", "));
  }
}
