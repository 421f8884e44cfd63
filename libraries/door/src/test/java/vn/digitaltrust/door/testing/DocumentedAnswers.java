package vn.digitaltrust.door.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * DOOR-36: holds every JSON answer that a test of a service gets to the document that the service
 * stores. A module opts in by naming this class in {@code META-INF/services}.
 */
public final class DocumentedAnswers implements QuarkusTestBeforeEachCallback {
  private static final String NAME = "urn:digital-trust:document";

  @Override
  public void beforeEach(QuarkusTestMethodContext context) {
    if (RestAssured.filters().stream().noneMatch(Held.class::isInstance)) {
      RestAssured.filters(Held.TO_THE_DOCUMENT);
    }
  }

  /** Looks at answers as they come in. */
  private static final class Held implements Filter {
    static final Held TO_THE_DOCUMENT = new Held(Path.of("openapi.yaml"));

    private final JsonNode document;
    private final SchemaRegistry schemas;
    private final Map<String, Schema> known = new ConcurrentHashMap<>();

    Held(Path stored) {
      try {
        document = new YAMLMapper().readTree(stored.toFile());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      schemas =
          SchemaRegistry.withDialect(
              Dialects.getDraft202012(),
              builder -> builder.schemas(Map.of(NAME, document.toString())));
    }

    @Override
    public Response filter(
        FilterableRequestSpecification request,
        FilterableResponseSpecification expected,
        FilterContext context) {
      Response answer = context.next(request, expected);
      String type = String.valueOf(answer.contentType()).split(";")[0];
      if (answer.statusCode() < 300 && type.equals("application/json")) {
        JsonNode schema =
            operation(request)
                .path("responses")
                .path(Integer.toString(answer.statusCode()))
                .path("content")
                .path(type)
                .path("schema");
        if (!schema.isMissingNode()) {
          String asked = request.getMethod() + " " + request.getURI();
          assertEquals(List.of(), faults(schema, answer.asString()), asked);
        }
      }
      return answer;
    }

    private JsonNode operation(FilterableRequestSpecification request) {
      String path = URI.create(request.getURI()).getRawPath();
      JsonNode found = document.at("/paths").path(path);
      for (Map.Entry<String, JsonNode> each : document.at("/paths").properties()) {
        if (found.isMissingNode() && path.matches(each.getKey().replaceAll("\\{[^}]*}", "[^/]+"))) {
          found = each.getValue();
        }
      }
      return found.path(request.getMethod().toLowerCase(Locale.ROOT));
    }

    private List<String> faults(JsonNode schema, String body) {
      return known
          .computeIfAbsent(schema.toString(), this::compiled)
          .validate(body, InputFormat.JSON)
          .stream()
          .map(Error::toString)
          .toList();
    }

    private Schema compiled(String schema) {
      return schemas.getSchema(
          SchemaLocation.of(NAME + ":part:" + known.size()),
          schema.replace("\"#/", "\"" + NAME + "#/"),
          InputFormat.JSON);
    }
  }
}
