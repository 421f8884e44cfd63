package vn.digitaltrust.registry.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.digitaltrust.door.Caller;
import vn.digitaltrust.door.StreamedBody;
import vn.digitaltrust.journal.RetryKeyMalformed;
import vn.digitaltrust.vocabulary.Roles;

/** Imports over HTTP: NDJSON streams in while results stream out. */
@Path("imports")
@Tag(name = "Imports", description = "Many KOLs at once")
class ImportResource {
  private static final String NDJSON = "application/x-ndjson";
  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private final Importer importer;
  private final ImportRows rows;
  private final ObjectMapper json;
  private final Caller caller;

  ImportResource(Importer importer, ImportRows rows, ObjectMapper json, Caller caller) {
    this.importer = importer;
    this.rows = rows;
    this.json = json;
    this.caller = caller;
  }

  @POST
  @Consumes(NDJSON)
  @Produces(NDJSON)
  @RolesAllowed(Roles.REGISTRAR)
  @StreamedBody
  @Operation(
      operationId = "registryImport",
      summary = "Enter many KOLs, each line with its own result",
      description =
          "One KOL with its accounts per line; a bad line never fails another. A result names its"
              + " line by the number that it has in the body: blank lines count, but have no"
              + " result. Safe to repeat with the same Idempotency-Key: what is done is answered"
              + " REPEATED. At most 256 MiB; of more, the last line says so.")
  @APIResponse(
      responseCode = "200",
      description = "One line per line, in order",
      content = @Content(mediaType = NDJSON, schema = @Schema(implementation = LineResult.class)))
  public StreamingOutput take(
      @RequestBody(
              required = true,
              content =
                  @Content(mediaType = NDJSON, schema = @Schema(implementation = ImportLine.class)))
          InputStream body,
      @HeaderParam("Idempotency-Key") String key) {
    if (key != null && !VISIBLE.matcher(key).matches()) {
      throw new RetryKeyMalformed("a retry key is 1 to 200 visible ASCII characters");
    }
    var run = key == null ? null : rows.run(caller.id(), key);
    return out -> {
      var buffered = new BufferedOutputStream(out, 32 * 1024);
      importer.take(body, run, result -> write(buffered, result));
      buffered.flush();
    };
  }

  private void write(OutputStream out, LineResult result) {
    try {
      out.write(json.writeValueAsBytes(result));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
