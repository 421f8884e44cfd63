package vn.digitaltrust.gateway.document;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import vn.digitaltrust.door.ClosedRequests;
import vn.digitaltrust.door.CompleteAnswers;

/** Makes the suite's document out of its parts when the gateway is built. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class SuiteDocument implements OASFilter {
  private static final List<String> SERVICES = List.of("registry", "sanctions", "alliance");

  /** What the gateway may answer to any request, whoever serves it: a body may come with each. */
  private static final List<Integer> AT_THE_DOOR =
      List.of(400, 401, 403, 406, 408, 413, 414, 417, 429, 431, 500, 503, 505);

  /** To one that takes a body. */
  private static final List<Integer> WITH_A_BODY = List.of(415);

  /**
   * To one that it passes on; the services look at the media type of any request that names one.
   */
  private static final List<Integer> PASSED_ON = List.of(415, 502, 504);

  /** What is answered before the plan of a client is looked at. */
  private static final Set<String> UNCOUNTED = Set.of("401", "414", "417", "431", "505");

  private static final String HELD = "If-None-Match";

  private static final Map<String, String> JOURNAL =
      Map.of(
          "/access-log", "ReadAccessLog",
          "/journal", "ReadJournal",
          "/journal/verification", "VerifyJournal",
          "/snapshot", "ReadSnapshot");

  static final String LINES = "application/x-ndjson";

  @Override
  public void filterOpenAPI(OpenAPI document) {
    Examples own = Examples.of("gateway");
    document.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .peek(own::show)
        .forEach(operation -> complete(document, operation, List.of()));
    own.requireAllShown();
    List.copyOf(document.getComponents().getSchemas().keySet()).stream()
        .filter(name -> !name.startsWith("Gateway"))
        .forEach(document.getComponents()::removeSchema);
    ClosedRequests.applyTo(document);
    CompleteAnswers.applyTo(document);
    OpenAPI parts = Parts.of(SERVICES);
    parts.getComponents().getSchemas().forEach(document.getComponents()::addSchema);
    for (String service : SERVICES) {
      Examples examples = Examples.of(service);
      parts.getPaths().getPathItems().entrySet().stream()
          .filter(path -> path.getKey().startsWith("/" + service + "/"))
          .forEach(path -> add(document, path.getKey(), path.getValue(), examples));
      examples.requireAllShown();
    }
    document.getComponents().getResponses().values().stream()
        .filter(error -> !UNCOUNTED.contains(status(error)))
        .forEach(error -> limits(error, false));
    FullAnswers.applyTo(document);
    Enumerations.applyTo(document);
    Glossary.applyTo(document);
    document.getInfo().setDescription(ProblemTable.into(document.getInfo().getDescription()));
    Order.applyTo(document);
  }

  private static void add(OpenAPI document, String path, PathItem item, Examples examples) {
    for (Operation operation : item.getOperations().values()) {
      name(operation, path);
      examples.show(operation);
      complete(document, operation, PASSED_ON);
    }
    document.getPaths().addPathItem(path, item);
  }

  /** The journal's operations are the same class in every service, so they come without a name. */
  private static void name(Operation operation, String path) {
    if (operation.getOperationId() == null) {
      String service = path.substring(1, path.indexOf('/', 1));
      String verb = JOURNAL.get(path.substring(("/" + service + "/v1").length()));
      operation.setOperationId(
          service + Objects.requireNonNull(verb, () -> path + " has no operationId"));
    }
  }

  /**
   * DOC-7: a client that is given one line's shape for many lines can neither send nor read them.
   */
  private static void asLines(Content content) {
    MediaType lines = content == null ? null : content.getMediaType(LINES);
    if (lines != null) {
      lines.setSchema(
          OASFactory.createSchema()
              .addType(Schema.SchemaType.STRING)
              .description("One JSON object per line")
              .contentMediaType(LINES)
              .contentSchema(lines.getSchema()));
    }
  }

  private static void complete(OpenAPI document, Operation operation, List<Integer> more) {
    if (operation.getRequestBody() != null) {
      asLines(operation.getRequestBody().getContent());
    }
    operation.getResponses().getAPIResponses().values().forEach(it -> asLines(it.getContent()));
    // DOC-10: before the errors, which have theirs where they stand.
    operation.getResponses().getAPIResponses().values().forEach(it -> limits(it, true));
    if (operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(it -> HELD.equals(it.getName()))) {
      List.of("200", "304")
          .forEach(it -> header(operation.getResponses().getAPIResponse(it), "ETag", true));
    }
    Map<String, String> errors = errors(document);
    Set<Integer> statuses = new TreeSet<>(AT_THE_DOOR);
    statuses.addAll(more);
    if (operation.getRequestBody() != null) {
      statuses.addAll(WITH_A_BODY);
    }
    // DOC-3: what a service says of an error is said better once, with an example.
    operation.getResponses().getAPIResponses().keySet().stream()
        .filter(errors::containsKey)
        .map(Integer::valueOf)
        .forEach(statuses::add);
    statuses.forEach(
        status ->
            operation
                .getResponses()
                .addAPIResponse(
                    status.toString(),
                    OASFactory.createAPIResponse().ref(errors.get(status.toString()))));
    secure(operation);
  }

  /** LIMIT-2: every answer to a verified token says what is left of the plan. */
  private static void limits(APIResponse answer, boolean always) {
    header(answer, "RateLimit-Policy", always);
    header(answer, "RateLimit", always);
  }

  private static void header(APIResponse answer, String name, boolean always) {
    answer.addHeader(
        name,
        OASFactory.createHeader()
            .required(always)
            .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
  }

  /** DOC-3: the names of the errors in {@code META-INF/openapi.yaml} by the status they are for. */
  private static Map<String, String> errors(OpenAPI document) {
    return document.getComponents().getResponses().entrySet().stream()
        .collect(Collectors.toMap(error -> status(error.getValue()), Map.Entry::getKey));
  }

  private static String status(APIResponse error) {
    MediaType problem = error.getContent().getMediaType("application/problem+json");
    return ((Map<?, ?>) problem.getExample()).get("status").toString();
  }

  /** DOC-4: by signing in, as a client or with a token in the hand, and in all cases as whom. */
  private static void secure(Operation operation) {
    List<String> roles =
        operation.getSecurity() == null
            ? List.of()
            : operation.getSecurity().stream()
                .flatMap(requirement -> requirement.getSchemes().values().stream())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .distinct()
                .toList();
    if (roles.isEmpty()) {
      throw new IllegalStateException(operation.getOperationId() + " does not say who may call it");
    }
    operation.setSecurity(
        List.of(
            OASFactory.createSecurityRequirement().addScheme("login"),
            OASFactory.createSecurityRequirement().addScheme("client"),
            OASFactory.createSecurityRequirement().addScheme("token")));
    operation.addExtension("x-roles", roles);
    String who =
        roles.stream()
            .map(role -> "`" + role + "`")
            .collect(Collectors.joining(", ", "**Who · Ai:** ", "."));
    String description = operation.getDescription();
    operation.setDescription(description == null ? who : description.strip() + "\n\n" + who);
  }
}
