package vn.digitaltrust.gateway.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * DOC-6: what a service's operations show, from the file {@code openapi-examples.yaml} beside its
 * document: per operation its summary and its description in Vietnamese, the {@code parameters} to
 * fill in, the {@code request} and the {@code answer}, and what they are as lines. They stand
 * beside the code and not in it because they tell one story together.
 */
final class Examples {
  private final String service;
  private final Map<String, Map<String, Object>> ofOperations;
  private final Set<String> shown = new HashSet<>();

  private Examples(String service, Map<String, Map<String, Object>> ofOperations) {
    this.service = service;
    this.ofOperations = ofOperations;
  }

  /**
   * Reads the examples of a service.
   *
   * @throws IllegalStateException if the gateway was built without them
   */
  static Examples of(String service) {
    String name = "openapi/" + service + "/openapi-examples.yaml";
    ClassLoader application = Thread.currentThread().getContextClassLoader();
    try (InputStream stored = application.getResourceAsStream(name)) {
      if (stored == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      // The only reader of YAML here that knows how one answer refers to another.
      return new Examples(service, new Yaml(new SafeConstructor(new LoaderOptions())).load(stored));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the examples of an operation where readers look for them. */
  void show(Operation operation) {
    Map<String, Object> example = ofOperations.getOrDefault(operation.getOperationId(), Map.of());
    shown.add(operation.getOperationId());
    if (example.get("vietnamese") instanceof String words) {
      operation.setSummary(operation.getSummary() + " · " + words);
    }
    if (example.get("vietnamese-description") instanceof String words) {
      operation.setDescription(operation.getDescription().strip() + " · *" + words + "*");
    }
    if (example.get("parameters") instanceof Map<?, ?> values) {
      for (Parameter parameter : operation.getParameters()) {
        parameter.setExample(values.get(parameter.getName()));
      }
    }
    if (operation.getRequestBody() != null) {
      show(operation.getRequestBody().getContent(), example, "request");
    }
    for (Map.Entry<String, APIResponse> answer :
        operation.getResponses().getAPIResponses().entrySet()) {
      if (answer.getKey().startsWith("2") && answer.getValue().getContent() != null) {
        show(answer.getValue().getContent(), example, "answer");
      }
    }
  }

  /**
   * Looks back when every operation was shown.
   *
   * @throws IllegalStateException if an example is of an operation that is not there
   */
  void requireAllShown() {
    Set<String> ofNothing = new HashSet<>(ofOperations.keySet());
    ofNothing.removeAll(shown);
    if (!ofNothing.isEmpty()) {
      throw new IllegalStateException(
          service + " has examples of operations that it does not have: " + ofNothing);
    }
  }

  private static void show(Content content, Map<String, Object> example, String what) {
    content
        .getMediaTypes()
        .forEach(
            (name, type) ->
                type.setExample(
                    example.get(name.equals(SuiteDocument.LINES) ? what + "-lines" : what)));
  }
}
