package vn.digitaltrust.gateway.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * DOC-9: what parameters, answers, headers and fields are, in both languages. What they say of
 * themselves is English; {@code META-INF/openapi-glossary.yaml} has the rest, each text once,
 * however many operations share it.
 */
final class Glossary {
  private static final String NAME = "META-INF/openapi-glossary.yaml";
  private static final String BOTH = " · ";

  private static final String SENT = "Input";

  private final Map<String, String> names;
  private final Map<String, String> fields;
  private final Map<String, String> enumerations;
  private final Map<String, String> texts;
  private final Set<String> missing = new TreeSet<>();
  private final Set<String> unused;

  private Glossary(Map<String, Map<String, String>> read) {
    names = read.get("names");
    fields = read.get("fields");
    enumerations = read.get("enumerations");
    texts = read.get("texts");
    unused = new TreeSet<>(names.keySet());
    unused.addAll(fields.keySet());
    unused.addAll(enumerations.keySet());
    unused.addAll(texts.keySet());
  }

  /**
   * Puts both languages into a document.
   *
   * @throws IllegalStateException if a text is not in the glossary, or one of the glossary is in no
   *     document
   */
  static void applyTo(OpenAPI document) {
    Glossary glossary = read();
    document.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .forEach(glossary::translate);
    document.getComponents().getResponses().values().forEach(it -> glossary.headers(it));
    document.getComponents().getSchemas().forEach(glossary::fields);
    document.getComponents().getSchemas().values().forEach(glossary::translate);
    if (!glossary.missing.isEmpty() || !glossary.unused.isEmpty()) {
      throw new IllegalStateException(
          "%s lacks the words for %s, and nothing is described by its %s"
              .formatted(NAME, glossary.missing, glossary.unused));
    }
  }

  private static Glossary read() {
    ClassLoader application = Thread.currentThread().getContextClassLoader();
    try (InputStream stored = application.getResourceAsStream(NAME)) {
      return new Glossary(new Yaml(new SafeConstructor(new LoaderOptions())).load(stored));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void translate(Operation operation) {
    if (operation.getParameters() != null) {
      operation
          .getParameters()
          .forEach(it -> name(it.getName(), it.getDescription(), it::setDescription));
    }
    if (operation.getRequestBody() != null) {
      content(operation.getRequestBody().getContent());
    }
    for (APIResponse answer : operation.getResponses().getAPIResponses().values()) {
      if (answer.getRef() == null) {
        text(answer.getDescription(), answer::setDescription);
        headers(answer);
        content(answer.getContent());
      }
    }
  }

  private void headers(APIResponse answer) {
    if (answer.getHeaders() != null) {
      for (Map.Entry<String, Header> header : answer.getHeaders().entrySet()) {
        Header named = header.getValue();
        name(header.getKey(), named.getDescription(), named::setDescription);
      }
    }
  }

  private void content(Content content) {
    if (content != null) {
      content.getMediaTypes().values().forEach(it -> translate(it.getSchema()));
    }
  }

  /** A reference may say something of its own; what it refers to has its turn as such. */
  private void translate(Schema schema) {
    if (schema == null) {
      return;
    }
    text(schema.getDescription(), schema::setDescription);
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(this::translate);
    }
    translate(schema.getItems());
  }

  /** DOC-11: what a property is, and what values mean, when they do not say so themselves. */
  private void fields(String schema, Schema described) {
    if (described.getEnumeration() != null && described.getDescription() == null) {
      use(enumerations, schema, described::setDescription);
    }
    if (described.getProperties() != null) {
      described
          .getProperties()
          .forEach(
              (name, property) -> {
                if (property.getDescription() == null) {
                  use(fields, field(schema, name), property::setDescription);
                }
              });
    }
  }

  /**
   * The key of a property: its own in this schema, or the one that it shares with its namesakes.
   */
  private String field(String schema, String name) {
    String shape =
        schema.endsWith(SENT) ? schema.substring(0, schema.length() - SENT.length()) : schema;
    String own = shape + "." + name;
    return fields.containsKey(own) || !fields.containsKey(name) ? own : name;
  }

  private void name(String name, String text, Consumer<String> both) {
    if (text == null) {
      use(names, name, both);
    } else {
      text(text, both);
    }
  }

  private void text(String text, Consumer<String> both) {
    if (text != null && !text.contains(BOTH)) {
      use(texts, text, both);
    }
  }

  private void use(Map<String, String> words, String key, Consumer<String> both) {
    String found = words.get(key);
    if (found == null) {
      missing.add(key);
      return;
    }
    unused.remove(key);
    both.accept(found.contains(BOTH) ? found : key + BOTH + found);
  }
}
