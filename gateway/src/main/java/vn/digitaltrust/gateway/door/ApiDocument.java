package vn.digitaltrust.gateway.door;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** DOOR-1 in the API document: every operation names every error that it can answer with. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {
  private static final String SCHEMA = "GatewayProblem";

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document.setInfo(
        OASFactory.createInfo()
            .title("Digital Trust: gateway")
            .version("1")
            .description(
                "The one door of the suite. Trust checks are answered here, from memory;"
                    + " everything under /registry, /sanctions and /alliance is passed on.")
            .license(OASFactory.createLicense().name("Apache-2.0").identifier("Apache-2.0")));
    if (document.getComponents() == null) {
      document.setComponents(OASFactory.createComponents());
    }
    document.getComponents().addSchema(SCHEMA, problem());
    // Libraries add schemas of their own, which no operation here speaks of.
    List.copyOf(document.getComponents().getSchemas().keySet()).stream()
        .filter(name -> !name.startsWith("Gateway"))
        .forEach(document.getComponents()::removeSchema);
    document.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .forEach(ApiDocument::addErrors);
  }

  private static void addErrors(Operation operation) {
    boolean hasBody = operation.getRequestBody() != null;
    Stream.of(
            Kind.INVALID_VALUE,
            Kind.UNAUTHENTICATED,
            Kind.FORBIDDEN,
            Kind.NOT_ACCEPTABLE,
            Kind.TOO_LARGE,
            Kind.UNSUPPORTED_MEDIA_TYPE,
            Kind.TOO_MANY_REQUESTS,
            Kind.INTERNAL,
            Kind.UNAVAILABLE)
        .filter(kind -> hasBody || kind != Kind.TOO_LARGE && kind != Kind.UNSUPPORTED_MEDIA_TYPE)
        .forEach(
            kind ->
                operation
                    .getResponses()
                    .addAPIResponse(Integer.toString(kind.status()), answer(kind)));
  }

  private static APIResponse answer(Kind kind) {
    Words words = Words.of(null);
    Map<String, Object> example =
        Map.of(
            "type", kind.type().toString(),
            "title", words.title(kind),
            "status", kind.status(),
            "detail", words.detail(kind));
    return OASFactory.createAPIResponse()
        .description(words.title(kind))
        .content(
            OASFactory.createContent()
                .addMediaType(
                    "application/problem+json",
                    OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref("#/components/schemas/" + SCHEMA))
                        .example(new java.util.TreeMap<>(example))));
  }

  private static Schema problem() {
    Schema violation =
        OASFactory.createSchema()
            .addType(Schema.SchemaType.OBJECT)
            .addProperty("field", text("Which field is wrong"))
            .addProperty("message", text("What is wrong with it"));
    return OASFactory.createSchema()
        .description("RFC 9457")
        .addType(Schema.SchemaType.OBJECT)
        .addProperty(
            "type",
            text(
                "Stable; switch on this. One of "
                    + Stream.of(Kind.values())
                        .map(kind -> kind.type().toString())
                        .distinct()
                        .collect(Collectors.joining(", "))))
        .addProperty("title", text("In the caller's language"))
        .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
        .addProperty("detail", text("What is wrong and what to do, in the caller's language"))
        .addProperty("instance", text("The path that was asked for"))
        .addProperty(
            "violations",
            OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(violation));
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
  }
}
