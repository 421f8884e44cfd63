package vn.digitaltrust.sanctions.running;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds to the API document what every operation has alike: who it is, the retry key of each POST,
 * and every problem that it may answer with.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {
  private static final String PROBLEM = "SanctionsProblem";
  private static final Map<String, String> ALWAYS =
      words(
          "400", "Malformed, or a value that is not acceptable: see violations",
          "401", "No valid access token",
          "403", "The token lacks the role or the claim",
          "429", "Too many requests: wait as long as Retry-After says",
          "500", "An error on our side, logged under the request id");
  private static final Map<String, String> WRITING =
      words(
          "409", "The state does not allow it, or the first request with this key still runs",
          "413", "The body is too large",
          "415", "The body is not application/json",
          "422", "A numbered rule refuses it, or the retry key came with another body",
          "503", "A neighbour that is needed does not answer; nothing was written");

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document.setInfo(
        OASFactory.createInfo()
            .title("Digital Trust: sanctions")
            .version("1")
            .description(
                "What was decided about KOLs and organisations: reports, cases, measures in time, appeals, and decisions of state"
                    + " authorities. State decisions are recorded, never altered by the alliance. New properties and new"
                    + " values of enumerations are no breaking change; what breaks goes to /v2."));
    document.getComponents().addSchema(PROBLEM, problem());
    document.getPaths().getPathItems().values().forEach(this::complete);
  }

  private void complete(PathItem path) {
    path.getOperations()
        .forEach(
            (method, operation) -> {
              if (operation.getOperationId() == null
                  || !operation.getOperationId().startsWith("sanctions")) {
                return;
              }
              boolean writes = method == PathItem.HttpMethod.POST;
              boolean named = mentions(operation, path, Parameter.In.PATH);
              answers(operation, ALWAYS);
              if (named) {
                answers(operation, words("404", "No such thing, or not yours to see"));
              }
              if (writes) {
                operation.addParameter(retryKey());
                answers(operation, WRITING);
              }
              if (ifMatch(operation)) {
                answers(
                    operation,
                    words(
                        "412", "The resource has changed since it was read",
                        "428", "If-Match is missing: read the resource and send its ETag"));
              }
            });
  }

  private static boolean mentions(Operation operation, PathItem path, Parameter.In where) {
    return java.util.stream.Stream.of(operation.getParameters(), path.getParameters())
        .filter(java.util.Objects::nonNull)
        .flatMap(List::stream)
        .anyMatch(parameter -> parameter.getIn() == where);
  }

  private static boolean ifMatch(Operation operation) {
    if (operation.getParameters() == null) {
      return false;
    }
    for (Parameter parameter : operation.getParameters()) {
      if ("If-Match".equals(parameter.getName())) {
        parameter.setDescription("The ETag of the version that the change is made from");
        parameter.setExample("\"3\"");
        return true;
      }
    }
    return false;
  }

  private static Parameter retryKey() {
    return OASFactory.createParameter()
        .name("Idempotency-Key")
        .in(Parameter.In.HEADER)
        .description("1 to 200 visible ASCII characters: the same key and body have one effect")
        .example("5a1c7f1e-order-1")
        .schema(
            OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .minLength(1)
                .maxLength(200));
  }

  private static void answers(Operation operation, Map<String, String> problems) {
    problems.forEach(
        (status, words) -> {
          APIResponse answer =
              OASFactory.createAPIResponse()
                  .description(words)
                  .content(
                      OASFactory.createContent()
                          .addMediaType(
                              "application/problem+json",
                              OASFactory.createMediaType()
                                  .schema(
                                      OASFactory.createSchema()
                                          .ref("#/components/schemas/" + PROBLEM))));
          operation.getResponses().addAPIResponse(status, answer);
        });
  }

  private static Schema problem() {
    Schema violation =
        OASFactory.createSchema()
            .addType(Schema.SchemaType.OBJECT)
            .addProperty("field", text("The field of the request"))
            .addProperty("message", text("What is wrong with it"));
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.OBJECT)
        .description("RFC 9457, worded in Vietnamese or English by Accept-Language")
        .addProperty("type", text("Stable: urn:digital-trust:problem:…"))
        .addProperty("title", text("The kind of problem"))
        .addProperty(
            "status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
        .addProperty("detail", text("What happened and what to do"))
        .addProperty("instance", text("The address asked for"))
        .addProperty("rule", text("The numbered rule that refused it, with 422"))
        .addProperty(
            "violations",
            OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(violation));
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
  }

  private static Map<String, String> words(String... pairs) {
    Map<String, String> words = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      words.put(pairs[i], pairs[i + 1]);
    }
    return words;
  }
}
