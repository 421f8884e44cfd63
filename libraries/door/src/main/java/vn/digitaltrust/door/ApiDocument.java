package vn.digitaltrust.door;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * DOOR-6: what all operations have in common stands in the document once, written here: the
 * problems, the header that makes a POST safe to repeat, and the notice on what may grow.
 */
public final class ApiDocument implements OASFilter {
  private static final String PROBLEM = "Problem";
  private static final String VIOLATION = "ProblemViolation";
  private static final String IF_MATCH = "If-Match";
  private static final String CURSOR = "cursor";
  private static final String LIMIT = "limit";
  private static final String SCHEMAS = "#/components/schemas/";
  private static final Schema.SchemaType NUMBER = Schema.SchemaType.INTEGER;
  private static final String VERSION = "The version of what the answer shows, for If-Match";
  private static final List<Integer> OF_ALL = List.of(400, 401, 403, 404, 406, 417, 500);
  private static final List<Integer> OF_CHANGES = List.of(409, 413, 415, 422);
  private static final int UNAVAILABLE = 503;
  private static final List<Integer> OF_VERSIONS = List.of(412, 428);
  private static final Map<Integer, String> WHEN =
      Map.ofEntries(
          Map.entry(400, "Malformed, or a value that cannot be"),
          Map.entry(401, "No valid token"),
          Map.entry(403, "Not with this token"),
          Map.entry(404, "Not there, or not yours to see"),
          Map.entry(406, "Not in that media type"),
          Map.entry(409, "Not in the present state"),
          Map.entry(412, "The version has changed"),
          Map.entry(413, "Too large"),
          Map.entry(415, "The body is of another media type"),
          Map.entry(417, "Expect asks for something else than 100-continue"),
          Map.entry(422, "A rule refuses it, or the Idempotency-Key was used before"),
          Map.entry(428, "If-Match is missing"),
          Map.entry(500, "A fault on our side, logged under the request id"),
          Map.entry(
              UNAVAILABLE,
              "The database or a service that this needs does not answer; nothing was changed"));

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document
        .getInfo()
        .setDescription(
            "New properties and new values of enumerations are no breaking change; ignore what you"
                + " do not know. What breaks goes to /v2 beside /v1. Errors are RFC 9457"
                + " problems.");
    document.getComponents().addSchema(VIOLATION, violation());
    document.getComponents().addSchema(PROBLEM, problem());
    Map<String, Schema> schemas = document.getComponents().getSchemas();
    Map<String, PathItem> paths = document.getPaths().getPathItems();
    Set<String> versioned =
        paths.entrySet().stream()
            .filter(
                path ->
                    path.getValue().getOperations().values().stream()
                        .anyMatch(ApiDocument::wantsVersion))
            .flatMap(path -> Stream.of(path.getKey(), row(path.getKey())))
            .collect(Collectors.toUnmodifiableSet());
    paths.forEach((path, item) -> complete(path, item, versioned, schemas));
    schemas.values().forEach(ApiDocument::plainIds);
    ClosedRequests.applyTo(document);
    CompleteAnswers.applyTo(document);
  }

  /** That it is a UUID says all; generated clients stumble over the pattern beside it. */
  private static void plainIds(Schema schema) {
    if ("uuid".equals(schema.getFormat())) {
      schema.setPattern(null);
    }
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(ApiDocument::plainIds);
    }
    if (schema.getItems() != null) {
      plainIds(schema.getItems());
    }
  }

  private static void complete(
      String path, PathItem item, Set<String> versioned, Map<String, Schema> schemas) {
    item.getOperations()
        .forEach(
            (method, operation) -> {
              OF_ALL.forEach(status -> answer(operation, status));
              if (method != PathItem.HttpMethod.GET) {
                OF_CHANGES.forEach(status -> answer(operation, status));
              }
              if (operation.getResponses().getAPIResponse("503") == null) {
                answer(operation, UNAVAILABLE);
              }
              if (method == PathItem.HttpMethod.POST) {
                retryKey(operation);
              }
              if (wantsVersion(operation)) {
                OF_VERSIONS.forEach(status -> answer(operation, status));
              }
              boolean isRow = versioned.contains(path) || versioned.contains(path + "/{id}");
              boolean isPage = has(operation, CURSOR);
              header(operation, "201", "Location", "Where what was made is found");
              // What is made below a row carries its own version or that of the row.
              if (path.contains("{")
                  || isRow
                  || showsVersion(operation.getResponses().getAPIResponse("201"), schemas)) {
                header(operation, "201", "ETag", VERSION);
              }
              if (wantsVersion(operation) || isRow && !isPage) {
                header(operation, "200", "ETag", VERSION);
              }
              if (showsVersion(operation.getResponses().getAPIResponse("200"), schemas)) {
                header(operation, "200", "ETag", VERSION);
              }
              bound(operation);
            });
  }

  /** Whether what is answered has a version of its own, whose ETag it then carries. */
  private static boolean showsVersion(APIResponse answer, Map<String, Schema> schemas) {
    if (answer == null || answer.getContent() == null) {
      return false;
    }
    return answer.getContent().getMediaTypes().values().stream()
        .map(MediaType::getSchema)
        .filter(schema -> schema != null && schema.getRef() != null)
        .map(schema -> schemas.get(schema.getRef().substring(SCHEMAS.length())))
        .filter(schema -> schema != null && schema.getProperties() != null)
        .map(schema -> schema.getProperties().get("version"))
        .anyMatch(it -> it != null && it.getType() != null && it.getType().contains(NUMBER));
  }

  /** A path up to its last parameter. */
  private static String row(String path) {
    return path.substring(0, path.lastIndexOf('}') + 1);
  }

  private static boolean wantsVersion(Operation operation) {
    return has(operation, IF_MATCH);
  }

  private static boolean has(Operation operation, String parameter) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(p -> parameter.equals(p.getName()));
  }

  /** What the code reads as it comes and refuses in words of its own stands in no annotation. */
  private static void bound(Operation operation) {
    if (operation.getParameters() == null) {
      return;
    }
    for (Parameter parameter : operation.getParameters()) {
      if (IF_MATCH.equals(parameter.getName())) {
        parameter
            .required(true)
            .description("The ETag that you read; nobody overwrites what they have not seen.");
      } else if (LIMIT.equals(parameter.getName()) && parameter.getSchema().getMaximum() == null) {
        parameter.getSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(Page.MOST));
      }
    }
  }

  private static void header(Operation operation, String status, String name, String says) {
    APIResponse response = operation.getResponses().getAPIResponse(status);
    if (response != null) {
      response.addHeader(
          name, OASFactory.createHeader().description(says).required(true).schema(text()));
    }
  }

  private static void answer(Operation operation, int status) {
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(WHEN.get(status))
            .content(
                OASFactory.createContent()
                    .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType().schema(reference(PROBLEM))));
    if (status == UNAVAILABLE) {
      response.addHeader(
          "Retry-After",
          OASFactory.createHeader()
              .description("Seconds to wait before the next try")
              .schema(OASFactory.createSchema().addType(Schema.SchemaType.INTEGER)));
    }
    operation.getResponses().addAPIResponse(Integer.toString(status), response);
  }

  private static void retryKey(Operation operation) {
    String name = "Idempotency-Key";
    if (operation.getParameters() == null
        || operation.getParameters().stream().noneMatch(p -> name.equals(p.getName()))) {
      operation.addParameter(
          OASFactory.createParameter()
              .name(name)
              .in(Parameter.In.HEADER)
              .description("The same key and body again gives the first outcome; kept 7 days.")
              .schema(text().minLength(1).maxLength(200)));
    }
  }

  private static Schema reference(String name) {
    return OASFactory.createSchema().ref(SCHEMAS + name);
  }

  private static Schema text() {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
  }

  private static Schema violation() {
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.OBJECT)
        .description("One field of the request and what is wrong with it.")
        .addProperty("field", text().addExample("accounts[1].handle"))
        .addProperty("message", text().addExample("must be given"));
  }

  private static Schema problem() {
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.OBJECT)
        .description("RFC 9457; the words follow Accept-Language, Vietnamese or English.")
        .addProperty("type", text().addExample("urn:digital-trust:problem:stale-version"))
        .addProperty(
            "status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER).addExample(412))
        .addProperty("title", text())
        .addProperty("detail", text())
        .addProperty("instance", sometimes(text()))
        .addProperty("rule", sometimes(text().description("The numbered rule that refused it")))
        .addProperty(
            "violations",
            sometimes(
                OASFactory.createSchema()
                    .addType(Schema.SchemaType.ARRAY)
                    .items(reference(VIOLATION))));
  }

  private static Schema sometimes(Schema property) {
    property.addExtension(CompleteAnswers.MAY_BE_ABSENT, true);
    return property;
  }
}
