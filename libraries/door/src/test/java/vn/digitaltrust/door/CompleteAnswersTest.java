package vn.digitaltrust.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CompleteAnswersTest {
  private static Schema text() {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
  }

  private static Schema absent(Schema schema) {
    schema.addExtension("x-may-be-absent", true);
    return schema;
  }

  private static Content json(String name) {
    return OASFactory.createContent()
        .addMediaType(
            "application/json",
            OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("#/components/schemas/" + name)));
  }

  private static Map<String, Schema> completed() {
    OpenAPI document =
        OASFactory.createOpenAPI()
            .components(
                OASFactory.createComponents()
                    .addSchema("Request", OASFactory.createSchema().addProperty("name", text()))
                    .addSchema(
                        "View",
                        OASFactory.createSchema()
                            .addProperty("id", text())
                            .addProperty("name", text().addType(Schema.SchemaType.NULL))
                            .addProperty("file", absent(text()))
                            .addProperty(
                                "part", OASFactory.createSchema().ref("#/components/schemas/Part")))
                    .addSchema("Part", OASFactory.createSchema().addProperty("kind", text()))
                    .addSchema(
                        "Sparse",
                        absent(
                            OASFactory.createSchema()
                                .required(List.of("id"))
                                .addProperty("id", text())
                                .addProperty("more", text()))))
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
                                                "200",
                                                OASFactory.createAPIResponse()
                                                    .content(json("Sparse")))
                                            .addAPIResponse(
                                                "201",
                                                OASFactory.createAPIResponse()
                                                    .content(json("View")))))));
    CompleteAnswers.applyTo(document);
    return document.getComponents().getSchemas();
  }

  @Test
  @DisplayName("DOOR-36 an answer has all its properties, null or not, but those marked as absent")
  void required() {
    assertEquals(List.of("id", "name", "part"), completed().get("View").getRequired());
    assertEquals(List.of("kind"), completed().get("Part").getRequired());
  }

  @Test
  @DisplayName("DOOR-36 of a shape that is marked as a whole, what it requires itself is there")
  void sparse() {
    assertEquals(List.of("id"), completed().get("Sparse").getRequired());
  }

  @Test
  @DisplayName("DOOR-36 what is only sent stays as it is")
  void sent() {
    assertNull(completed().get("Request").getRequired());
  }
}
