package vn.digitaltrust.gateway.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.digitaltrust.verdict.Values;
import vn.digitaltrust.verdict.Verdict;

/** What the API document shows of trust checks is what they take and give. */
class ApiExamplesTest {
  /** Refuses what it does not know. */
  private static final ObjectMapper STRICT =
      new ObjectMapper().registerModule(new JavaTimeModule());

  private static final Map<String, Set<String>> VALUES =
      Map.of(
          "platform", Values.PLATFORMS,
          "activity", Values.ACTIVITIES,
          "media", Values.MEDIA,
          "productCategory", Values.PRODUCT_CATEGORIES);

  private static JsonNode examples() throws IOException {
    // The reader that knows how one answer refers to another.
    String name = "/openapi/gateway/openapi-examples.yaml";
    try (InputStream stored = ApiExamplesTest.class.getResourceAsStream(name)) {
      Object examples = new Yaml(new SafeConstructor(new LoaderOptions())).load(stored);
      return STRICT.valueToTree(examples);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gatewayCheckAccount", "gatewayCheckKol"})
  @DisplayName("an answer")
  void answer(String operation) throws IOException {
    JsonNode answer = examples().get(operation).get("answer");
    assertEquals(Verdict.RESTRICTED, STRICT.treeToValue(answer, Answer.class).verdict());
  }

  @Test
  @DisplayName("checks of a batch, as JSON and as lines")
  void checks() throws IOException {
    JsonNode many = examples().get("gatewayCheckMany");
    for (JsonNode check : many.get("request").get("checks")) {
      assertNotNull(STRICT.treeToValue(check, CheckRequest.class));
    }
    for (String line : many.get("request-lines").asText().lines().toList()) {
      assertNotNull(STRICT.readValue(line, CheckRequest.class));
    }
  }

  @Test
  @DisplayName("results, as JSON and as lines, say the same")
  void results() throws IOException {
    JsonNode many = examples().get("gatewayCheckMany");
    ArrayNode lines = STRICT.createArrayNode();
    for (String line : many.get("answer-lines").asText().lines().toList()) {
      lines.add(STRICT.readTree(line));
    }
    assertEquals(many.get("answer").get("results"), lines);
  }

  @Test
  @DisplayName("the values that the document lists are those that are taken")
  void values() throws NoSuchFieldException {
    for (RecordComponent component : CheckRequest.class.getRecordComponents()) {
      Schema schema = component.getAccessor().getAnnotation(Schema.class);
      assertEquals(
          VALUES.getOrDefault(component.getName(), Set.of()),
          Set.copyOf(Arrays.asList(schema.enumeration())),
          component.getName());
    }
    for (Map.Entry<String, Set<String>> values : VALUES.entrySet()) {
      Parameter parameter =
          AskedQuery.class.getField(values.getKey()).getAnnotation(Parameter.class);
      assertEquals(values.getValue(), Set.copyOf(Arrays.asList(parameter.schema().enumeration())));
    }
  }
}
