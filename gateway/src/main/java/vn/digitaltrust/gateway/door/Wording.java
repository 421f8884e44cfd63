package vn.digitaltrust.gateway.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import vn.digitaltrust.door.Kind;
import vn.digitaltrust.door.Words;

/**
 * GATE-1: gives every problem, whoever raised it, its stable type and its words in the caller's
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
    JsonProcessingException unread = Words.unread(context.cause);
    if (unread != null) {
      Words.Unreadable told = words.unreadable(unread);
      return finish(problem, told.kind(), told.detail(), words);
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
}
