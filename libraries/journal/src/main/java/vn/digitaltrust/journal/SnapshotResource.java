package vn.digitaltrust.journal;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.digitaltrust.vocabulary.Roles;

/** The public state of the service, made from its journal. */
@Path("snapshot")
@Tag(name = "Journal")
@RolesAllowed({
  Roles.PLATFORM,
  Roles.BUSINESS,
  Roles.PRESS,
  Roles.AUTHORITY,
  Roles.KOL,
  Roles.REGISTRAR,
  Roles.CASE_OFFICER,
  Roles.DECISION_MAKER,
  Roles.APPEAL_PANEL,
  Roles.ASSESSOR,
  Roles.ALLIANCE_ADMIN,
  Roles.AUDITOR,
  Roles.SERVICE
})
class SnapshotResource {
  /** An aggregate whose latest public entry is erased has no public state any more. */
  private static final String LATEST =
      "select "
          + StoredEntry.COLUMNS
          + """
           from journal_entry as entry
          where audience = 'PUBLIC' and payload is not null and not exists (
            select from journal_entry as newer
            where newer.audience = 'PUBLIC' and newer.aggregate = entry.aggregate
              and newer.aggregate_id = entry.aggregate_id and newer.position > entry.position)
          order by position
          """;

  private static final int FETCH = 100;

  final SnapshotSeats seats = new SnapshotSeats();

  /** A reader that does not move in this time is cut off, so that none keeps its seat idly. */
  Duration deadline = Duration.ofMinutes(5);

  /** It moves if it takes so many entries in that time: a hundred a second. */
  int enough = 30_000;

  private final DataSource dataSource;
  private final String name;

  @Inject
  SnapshotResource(
      DataSource dataSource,
      @ConfigProperty(name = "quarkus.application.name") String application) {
    this.dataSource = dataSource;
    this.name = application.replaceFirst("-service$", "");
  }

  /** Header, entries in position order, footer; without the footer it is not complete. */
  @GET
  @Produces(Wire.NDJSON)
  @Operation(
      summary = "Read the public state",
      description =
          "The latest public entry of each aggregate, one per line. The first line names the"
              + " position and hash that the snapshot stands for: follow the journal from there."
              + " Only a snapshot with its last line, `end`, is complete.")
  @APIResponse(responseCode = "200", description = "Header, entries, footer")
  @APIResponse(responseCode = "503", description = "Too many snapshots are being read")
  public StreamingOutput snapshot(
      @Context SecurityContext reader, @Context HttpServerRequest request) {
    return out -> {
      SnapshotSeats.Seat seat =
          reader.isUserInRole(Roles.SERVICE)
              ? seats.ofService()
              : seats.of(reader.getUserPrincipal());
      SnapshotDeadline end = new SnapshotDeadline(deadline, enough, request.connection());
      try {
        write(out, end);
      } catch (SQLException e) {
        throw new IOException("the snapshot was cut off", e);
      } finally {
        end.written();
        seat.close();
      }
    };
  }

  private void write(OutputStream out, SnapshotDeadline end) throws IOException, SQLException {
    try (StillReading reading = new StillReading(dataSource);
        EntryWriter writer = EntryWriter.lines(out, false)) {
      Connection connection = reading.connection();
      writer.snapshotHeader(name, JournalReader.head(connection));
      long count = 0;
      try (PreparedStatement latest = connection.prepareStatement(LATEST)) {
        latest.setFetchSize(FETCH);
        try (ResultSet row = latest.executeQuery()) {
          while (row.next()) {
            writer.entry(StoredEntry.of(row));
            count++;
            end.moved(count);
          }
        }
      }
      writer.snapshotFooter(count);
    }
  }
}
