package vn.digitaltrust.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link ApiDocument} adds to a document as the scanner leaves it. */
class ApiDocumentTest {
  private static final String PROBLEM = "#/components/schemas/Problem";
  private static final Set<String> OF_READING =
      Set.of("400", "401", "403", "404", "406", "417", "500");
  private static final Set<String> OF_CHANGES = Set.of("409", "413", "415", "422");
  private static final Set<String> OF_VERSIONS = Set.of("412", "428");

  private final Operation list = operation("200", query("cursor"), query("limit"));
  private final Operation create = operation("201");
  private final Operation read = operation("200");
  private final Operation replace = operation("200", header("If-Match"));
  private final Operation act = operation("201", header("If-Match"));
  private final Operation ask = operation("200", query("limit").schema(upTo(50)));
  private final OpenAPI document = OASFactory.createOpenAPI();

  @BeforeEach
  void complete() {
    ask.getResponses()
        .addAPIResponse("503", OASFactory.createAPIResponse().description("Later, after a while"));
    create.addParameter(header("Other"));
    document
        .info(OASFactory.createInfo().title("Things"))
        .components(OASFactory.createComponents())
        .paths(
            OASFactory.createPaths()
                .addPathItem("/things", OASFactory.createPathItem().GET(list).POST(create))
                .addPathItem("/things/{id}", OASFactory.createPathItem().GET(read).PUT(replace))
                .addPathItem("/things/{id}/acts", OASFactory.createPathItem().POST(act))
                .addPathItem("/questions", OASFactory.createPathItem().GET(ask)));
    new ApiDocument().filterOpenAPI(document);
  }

  private static Operation operation(String success, Parameter... parameters) {
    Operation operation =
        OASFactory.createOperation()
            .responses(
                OASFactory.createAPIResponses()
                    .addAPIResponse(success, OASFactory.createAPIResponse().description("Done")));
    // As the scanner leaves it: an operation without parameters has no list of them.
    List.of(parameters).forEach(operation::addParameter);
    return operation;
  }

  private static Parameter query(String name) {
    return OASFactory.createParameter().name(name).in(Parameter.In.QUERY).schema(text());
  }

  private static Parameter header(String name) {
    return OASFactory.createParameter().name(name).in(Parameter.In.HEADER).schema(text());
  }

  private static Schema text() {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
  }

  private static Schema upTo(int most) {
    return OASFactory.createSchema().maximum(BigDecimal.valueOf(most));
  }

  private Stream<Operation> all() {
    return document.getPaths().getPathItems().values().stream()
        .map(PathItem::getOperations)
        .flatMap(operations -> operations.values().stream());
  }

  private static APIResponse answer(Operation operation, String status) {
    return operation.getResponses().getAPIResponse(status);
  }

  private static Set<String> statuses(Operation operation) {
    Set<String> problems = new TreeSet<>(operation.getResponses().getAPIResponses().keySet());
    problems.removeAll(Set.of("200", "201"));
    return problems;
  }

  @SafeVarargs
  private static Set<String> with503(Set<String>... families) {
    Set<String> statuses = new TreeSet<>(Set.of("503"));
    for (Set<String> family : families) {
      statuses.addAll(family);
    }
    return statuses;
  }

  private static Parameter parameter(Operation operation, String name) {
    return Stream.ofNullable(operation.getParameters())
        .flatMap(List::stream)
        .filter(it -> it.getName().equals(name))
        .findAny()
        .orElse(null);
  }

  @Test
  @DisplayName("DOOR-6 each operation names the problems of its method, and of versions if it has")
  void problems() {
    assertEquals(with503(OF_READING), statuses(list));
    assertEquals(with503(OF_READING), statuses(read));
    assertEquals(with503(OF_READING, OF_CHANGES), statuses(create));
    assertEquals(with503(OF_READING, OF_CHANGES, OF_VERSIONS), statuses(replace));
    assertEquals(with503(OF_READING, OF_CHANGES, OF_VERSIONS), statuses(act));
  }

  @Test
  @DisplayName("DOOR-6 a problem is described, and has the one schema that the document defines")
  void schema() {
    Set<String> words = new TreeSet<>();
    for (String status : statuses(replace)) {
      APIResponse problem = answer(replace, status);
      assertFalse(problem.getDescription().isBlank(), status);
      assertTrue(words.add(problem.getDescription()), "said twice: " + problem.getDescription());
      assertEquals(
          PROBLEM,
          problem.getContent().getMediaType("application/problem+json").getSchema().getRef());
    }
    Schema problem = document.getComponents().getSchemas().get("Problem");
    assertEquals(
        Set.of("type", "status", "title", "detail", "instance", "rule", "violations"),
        problem.getProperties().keySet());
    assertEquals(
        "#/components/schemas/ProblemViolation",
        problem.getProperties().get("violations").getItems().getRef());
    assertTrue(document.getComponents().getSchemas().containsKey("ProblemViolation"));
    assertTrue(document.getInfo().getDescription().contains("RFC 9457"));
  }

  @Test
  @DisplayName("DOOR-6 an operation's own words on when it is unavailable stay")
  void unavailable() {
    assertEquals("Later, after a while", answer(ask, "503").getDescription());
    assertEquals(with503(OF_READING), statuses(ask));
    assertNotEquals("Later, after a while", answer(read, "503").getDescription());
  }

  @Test
  @DisplayName("DOOR-6 every POST, and nothing else, says how it is repeated safely")
  void retryKeys() {
    for (Operation post : List.of(create, act)) {
      Parameter key = parameter(post, "Idempotency-Key");
      assertEquals(Parameter.In.HEADER, key.getIn());
      assertTrue(key.getDescription().contains("first outcome"));
      assertEquals(1, key.getSchema().getMinLength());
      assertEquals(200, key.getSchema().getMaxLength());
      assertNotEquals(true, key.getRequired());
    }
    assertEquals(
        2, all().filter(operation -> parameter(operation, "Idempotency-Key") != null).count());
    new ApiDocument().filterOpenAPI(document);
    assertEquals(
        1,
        act.getParameters().stream().filter(it -> it.getName().equals("Idempotency-Key")).count());
  }

  @Test
  @DisplayName("DOOR-6 a version is asked for where it is needed, and shown where it is read")
  void versions() {
    for (Operation change : List.of(replace, act)) {
      assertEquals(true, parameter(change, "If-Match").getRequired());
    }
    assertTrue(answer(read, "200").getHeaders().containsKey("ETag"));
    assertTrue(answer(replace, "200").getHeaders().containsKey("ETag"));
    assertTrue(answer(act, "201").getHeaders().containsKey("ETag"));
    assertTrue(answer(create, "201").getHeaders().containsKey("ETag"), "it makes such a row");
    assertNull(answer(list, "200").getHeaders(), "a page has no version");
    assertNull(answer(ask, "200").getHeaders(), "nothing there has a version");
    assertTrue(answer(create, "201").getHeaders().containsKey("Location"));
  }

  @Test
  @DisplayName("DOOR-6 the bounds of a page's size are named, unless the operation names its own")
  void limits() {
    Schema page = parameter(list, "limit").getSchema();
    assertEquals(BigDecimal.ONE, page.getMinimum());
    assertEquals(BigDecimal.valueOf(Page.MOST), page.getMaximum());
    Schema own = parameter(ask, "limit").getSchema();
    assertEquals(BigDecimal.valueOf(50), own.getMaximum());
    assertNull(own.getMinimum());
    assertNull(parameter(list, "cursor").getSchema().getMaximum());
  }
}
