package vn.digitaltrust.journal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.digitaltrust.vocabulary.Roles;

/** Computes the chain again from what is stored. */
@Path("journal/verification")
@Tag(name = "Journal")
@RolesAllowed({Roles.AUDITOR, Roles.SERVICE})
class VerificationResource {
  private static final int LARGEST_RANGE = 100_000;

  private final DataSource dataSource;

  @Inject
  VerificationResource(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Verifies a range of positions, both ends included. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Verify the journal",
      description =
          "Computes commitments, hashes and links again, for at most 100,000 positions, and says"
              + " which is the first that does not add up, and why. A whole journal is verified"
              + " range by range. To notice a journal rewritten as a whole, compare a hash noted"
              + " earlier (the feed does, with `after` and `hash`).")
  @APIResponse(responseCode = "200", description = "What was found; `intact` says it in one word")
  @APIResponse(responseCode = "400", description = "A bound is no position, or the range too large")
  public Verification verify(
      @Parameter(
              description = "The first position",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "1"))
          @QueryParam("from")
          @DefaultValue("1")
          String from,
      @Parameter(
              description = "The last position; without it up to the head, at most 100,000",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
          @QueryParam("to")
          String to)
      throws SQLException {
    long first = Numbers.between("from", from, 1, Long.MAX_VALUE - LARGEST_RANGE);
    try (StillReading reading = new StillReading(dataSource)) {
      Position head = JournalReader.head(reading.connection());
      long furthest = Math.min(head.number(), first + LARGEST_RANGE - 1);
      long last =
          to == null
              ? Math.max(furthest, first - 1)
              : Numbers.between("to", to, Math.min(first, furthest), furthest);
      return new Verifier(reading.connection(), head).range(first, last);
    }
  }
}
