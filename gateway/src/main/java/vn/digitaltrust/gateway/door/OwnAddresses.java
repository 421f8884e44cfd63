package vn.digitaltrust.gateway.door;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.digitaltrust.door.Addresses;

/**
 * GATE-17: all addresses behind this door and the methods that each takes: the operations of the
 * suite's own API document, and the gateway's pages. Read when it is asked for the first time,
 * because few callers ask.
 */
@ApplicationScoped
class OwnAddresses {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private static final List<String> PAGES =
      List.of(
          "/",
          "/.well-known/security.txt",
          "/docs",
          "/docs/{file}",
          "/favicon.ico",
          "/openapi",
          "/pages/{hash}/{file}",
          "/read",
          "/read/{file}",
          "/registry/openapi",
          "/sanctions/openapi",
          "/alliance/openapi");

  private final OpenApiDocumentService document;
  private final Addresses pages = new Addresses();
  private volatile Addresses known;

  OwnAddresses(OpenApiDocumentService document) {
    this.document = document;
    PAGES.forEach(page -> pages.add(page, "GET"));
  }

  /** Whether a page stands at the address, which can be read and nothing else. */
  boolean isPage(String target) {
    return pages.template(Paths.of(target)) != null;
  }

  /** The methods of an address in the form of {@code Allow}; empty where nothing stands. */
  String allow(String target) {
    if (known == null) {
      known = read();
    }
    return known.allow(Paths.of(target));
  }

  private Addresses read() {
    Addresses addresses = new Addresses();
    PAGES.forEach(page -> addresses.add(page, "GET"));
    byte[] json = document.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON);
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean paths = parser.currentName().equals("paths");
        parser.nextToken();
        if (paths) {
          operations(parser, addresses);
        } else {
          parser.skipChildren();
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return addresses;
  }

  private static void operations(JsonParser parser, Addresses addresses) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String path = parser.currentName();
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String method = parser.currentName();
        if (METHODS.contains(method)) {
          addresses.add(path, method.toUpperCase(Locale.ROOT));
        }
        parser.nextToken();
        parser.skipChildren();
      }
    }
  }
}
