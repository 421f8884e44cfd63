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
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.digitaltrust.vocabulary.Roles;

/**
 * The state of the service as a reader may see it, made from its journal: what is public, and for a
 * service what it is granted beyond that.
 */
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
  private static final String REPLACED =
      """
      exists (
        select from journal_entry as newer
        where newer.audience = '%s' and newer.aggregate = entry.aggregate
          and newer.aggregate_id = entry.aggregate_id and newer.position > entry.position)
      """;

  /** An aggregate whose latest entry is erased has no state any more. */
  private static final String LATEST =
      "select "
          + StoredEntry.COLUMNS
          + """
           from journal_entry as entry
          where payload is not null and case audience
            when 'PUBLIC' then ? and (public_until is null or public_until > ?) and not
          """
          + REPLACED.formatted("PUBLIC")
          + " when 'INTERNAL' then aggregate = any (?) and not "
          + REPLACED.formatted("INTERNAL")
          + " else false end order by position";

  private static final int FETCH = 100;

  final SnapshotSeats seats = new SnapshotSeats();

  /** A reader that does not move in this time is cut off, so that none keeps its seat idly. */
  Duration deadline = Duration.ofMinutes(5);

  /** It moves if it takes so many entries in that time: a hundred a second. */
  int enough = 30_000;

  private final DataSource dataSource;
  private final Origin.Source origins;
  private final PrivateReading privateReading;
  private final Clock clock;
  private final String name;

  @Inject
  SnapshotResource(
      DataSource dataSource,
      Origin.Source origins,
      PrivateReading privateReading,
      Clock clock,
      @ConfigProperty(name = "quarkus.application.name") String application) {
    this.dataSource = dataSource;
    this.origins = origins;
    this.privateReading = privateReading;
    this.clock = clock;
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
              + " What is no longer public is not among them."
              + " Only a snapshot with its last line, `end`, is complete.")
  @APIResponse(responseCode = "200", description = "Header, entries, footer")
  @APIResponse(responseCode = "503", description = "Too many snapshots are being read")
  public StreamingOutput snapshot(
      @Context SecurityContext caller, @Context HttpServerRequest request) {
    Origin.Reader reader = origins.reader();
    return out -> {
      SnapshotSeats.Seat seat =
          caller.isUserInRole(Roles.SERVICE)
              ? seats.ofService()
              : seats.of(caller.getUserPrincipal());
      SnapshotDeadline end = new SnapshotDeadline(deadline, enough, request.connection());
      try {
        write(out, end, reader);
      } catch (SQLException e) {
        throw new IOException("the snapshot was cut off", e);
      } finally {
        end.written();
        seat.close();
      }
    };
  }

  private void write(OutputStream out, SnapshotDeadline end, Origin.Reader reader)
      throws IOException, SQLException {
    try (StillReading reading = new StillReading(dataSource);
        EntryWriter writer = EntryWriter.lines(out, false)) {
      Connection connection = reading.connection();
      writer.snapshotHeader(name, JournalReader.head(connection));
      long count = 0;
      try (PreparedStatement latest = connection.prepareStatement(LATEST)) {
        latest.setFetchSize(FETCH);
        latest.setBoolean(1, reader.open());
        latest.setObject(2, Moment.of(clock).atOffset(ZoneOffset.UTC));
        latest.setArray(3, connection.createArrayOf("text", reader.inside().toArray()));
        try (ResultSet row = latest.executeQuery()) {
          while (row.next()) {
            StoredEntry entry = StoredEntry.of(row);
            privateReading.log(entry);
            writer.entry(entry);
            count++;
            end.moved(count);
          }
        }
      }
      writer.snapshotFooter(count);
    }
  }
}
