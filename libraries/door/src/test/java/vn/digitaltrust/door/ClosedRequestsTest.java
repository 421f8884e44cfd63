package vn.digitaltrust.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClosedRequestsTest {
  private final OpenAPI document = OASFactory.createOpenAPI();

  private static Schema ref(String name) {
    return OASFactory.createSchema().ref("#/components/schemas/" + name);
  }

  private static Schema object() {
    return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
  }

  private static Schema text() {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
  }

  private static Content json(String name) {
    return OASFactory.createContent()
        .addMediaType("application/json", OASFactory.createMediaType().schema(ref(name)));
  }

  @BeforeEach
  void close() {
    document
        .components(
            OASFactory.createComponents()
                .addSchema(
                    "Request",
                    object()
                        .required(java.util.List.of("name"))
                        .addProperty("name", text().description("Its name"))
                        .addProperty("scope", ref("Scope"))
                        .addProperty(
                            "parts",
                            OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(ref("Part"))))
                .addSchema(
                    "Scope",
                    object()
                        .addExample(java.util.Map.of("kind", "A"))
                        .addProperty("kind", ref("Kind"))
                        .addProperty("at", ref("Place")))
                .addSchema("Place", object().addProperty("name", text()))
                .addSchema("Part", object().addProperty("name", text()))
                .addSchema("Kind", text().addEnumeration("A"))
                .addSchema("View", object().addProperty("scope", ref("Scope"))))
        .paths(
            OASFactory.createPaths()
                .addPathItem(
                    "/things",
                    OASFactory.createPathItem()
                        .POST(
                            OASFactory.createOperation()
                                .requestBody(
                                    OASFactory.createRequestBody().content(json("Request")))
                                .responses(
                                    OASFactory.createAPIResponses()
                                        .addAPIResponse(
                                            "201",
                                            OASFactory.createAPIResponse()
                                                .description("Made")
                                                .content(json("View")))))));
    ClosedRequests.applyTo(document);
  }

  private Map<String, Schema> schemas() {
    return document.getComponents().getSchemas();
  }

  private boolean isClosed(String name) {
    Schema others = schemas().get(name).getAdditionalPropertiesSchema();
    return others != null && Boolean.FALSE.equals(others.getBooleanSchema());
  }

  @Test
  @DisplayName("DOOR-30 what is sent has no other properties, what is answered may get some")
  void closed() {
    assertTrue(isClosed("Request"));
    assertTrue(isClosed("Part"));
    assertFalse(isClosed("View"));
    assertFalse(isClosed("Scope"));
    assertFalse(isClosed("Place"));
    assertNull(schemas().get("Kind").getAdditionalPropertiesSchema());
  }

  @Test
  @DisplayName("DOOR-30 the example of a body stays with what is sent")
  void examples() {
    assertEquals(1, schemas().get("ScopeInput").getExamples().size());
    assertNull(schemas().get("Scope").getExamples());
  }

  @Test
  @DisplayName("DOOR-30 a shape that is sent and answered is two, with all that stands inside")
  void two() {
    assertEquals(
        Set.of("Request", "Scope", "Place", "Part", "Kind", "View", "ScopeInput", "PlaceInput"),
        schemas().keySet());
    assertTrue(isClosed("ScopeInput"));
    assertTrue(isClosed("PlaceInput"));
    Schema request = schemas().get("Request");
    assertEquals("#/components/schemas/ScopeInput", request.getProperties().get("scope").getRef());
    assertEquals(
        "#/components/schemas/Part", request.getProperties().get("parts").getItems().getRef());
    assertEquals(
        "#/components/schemas/PlaceInput",
        schemas().get("ScopeInput").getProperties().get("at").getRef());
    assertEquals(
        "#/components/schemas/Kind",
        schemas().get("ScopeInput").getProperties().get("kind").getRef());
    assertEquals(
        "#/components/schemas/Scope", schemas().get("View").getProperties().get("scope").getRef());
    assertEquals("Its name", request.getProperties().get("name").getDescription());
    assertEquals(java.util.List.of("name"), request.getRequired());
  }
}
