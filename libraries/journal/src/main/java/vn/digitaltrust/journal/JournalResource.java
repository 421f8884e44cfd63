package vn.digitaltrust.journal;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.digitaltrust.vocabulary.Roles;

/**
 * The change feed. A poll that waits holds neither a thread nor a connection. Members may read it,
 * and those who work here; a trust replica may not, it has a feed of its own.
 */
@Path("journal")
@Tag(name = "Journal", description = "Every change of this service, in order and tamper-evident")
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
class JournalResource {
  private static final int LONGEST_WAIT_SECONDS = 20;
  private static final int LARGEST_PAGE = 1_000;
  private static final MediaType LINES = MediaType.valueOf(Wire.NDJSON);

  private final DataSource dataSource;
  private final Origin.Source origins;
  private final HeadWatch watch;
  private final PrivateReading privateReading;
  private final Clock clock;

  @Inject
  JournalResource(
      DataSource dataSource,
      Origin.Source origins,
      HeadWatch watch,
      PrivateReading privateReading,
      Clock clock) {
    this.dataSource = dataSource;
    this.origins = origins;
    this.watch = watch;
    this.privateReading = privateReading;
    this.clock = clock;
  }

  /** The entries after a position, as one JSON document or as lines. */
  @GET
  @Produces({MediaType.APPLICATION_JSON, Wire.NDJSON})
  @Operation(
      summary = "Read the change feed",
      description =
          "The entries after a position, in commit order and without a gap. What the caller may"
              + " not see is passed over as position and hash; so is what a later public entry of"
              + " the same aggregate has replaced, and what is no longer public. With `wait` the answer is held back"
              + " until there is an entry. As `application/x-ndjson`: one entry per line, then a"
              + " line with the head.")
  @APIResponse(
      responseCode = "200",
      description = "Entries and the head of the journal",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = FeedSchema.class)))
  @APIResponse(responseCode = "400", description = "A parameter is out of bounds")
  @APIResponse(
      responseCode = "409",
      description = "The journal has no such position with that hash: reload from the snapshot")
  public Uni<Response> entries(
      @Context HttpHeaders headers,
      @Parameter(
              description = "The last position already read; 0 to begin",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
          @QueryParam("after")
          @DefaultValue("0")
          String after,
      @Parameter(description = "The hash of the entry at that position, 64 hexadecimal digits")
          @QueryParam("hash")
          String hash,
      @Parameter(
              description = "Seconds to wait for an entry",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "0",
                      maximum = "20",
                      defaultValue = "0"))
          @QueryParam("wait")
          @DefaultValue("0")
          String wait,
      @Parameter(
              description = "The most entries to return",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "1000",
                      defaultValue = "100"))
          @QueryParam("limit")
          @DefaultValue("100")
          String limit) {
    boolean lines = prefersLines(headers);
    return answer(
        after,
        hash,
        wait,
        limit,
        lines ? Wire.NDJSON : MediaType.APPLICATION_JSON,
        lines ? EntryWriter::lines : EntryWriter::document);
  }

  private static boolean prefersLines(HttpHeaders headers) {
    for (MediaType accepted : headers.getAcceptableMediaTypes()) {
      if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
        return false;
      }
      if (accepted.isCompatible(LINES)) {
        return true;
      }
    }
    throw new NotAcceptableException();
  }

  private interface Form {
    void write(EntryWriter writer, JournalReader.Page page) throws IOException;
  }

  private Uni<Response> answer(
      String after, String hash, String wait, String limit, String mediaType, Form form) {
    long position = Numbers.between("after", after, 0, Long.MAX_VALUE);
    Duration patience = Duration.ofSeconds(Numbers.between("wait", wait, 0, LONGEST_WAIT_SECONDS));
    int most = (int) Numbers.between("limit", limit, 1, LARGEST_PAGE);
    if (hash != null && !Position.isHash(hash)) {
      throw new ParameterOutOfBounds("hash", null);
    }
    Origin.Reader reader = origins.reader();
    Uni<JournalReader.Page> read =
        Uni.createFrom()
            .item(() -> read(position, hash, most, reader))
            .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    return read.chain(
            page ->
                page.lines().isEmpty() && !patience.isZero()
                    ? watch.beyond(position, patience).chain(() -> read)
                    : Uni.createFrom().item(page))
        .map(page -> response(page, reader.everything(), mediaType, form));
  }

  private JournalReader.Page read(long after, String hash, int limit, Origin.Reader reader) {
    long known = watch.known();
    try (Connection connection = dataSource.getConnection()) {
      JournalReader.Page page =
          JournalReader.page(connection, after, hash, limit, reader, Moment.of(clock));
      watch.saw(known, page.head().number());
      privateReading.log(page);
      return page;
    } catch (SQLException e) {
      throw new IllegalStateException("the journal cannot be read", e);
    }
  }

  private static Response response(
      JournalReader.Page page, boolean trail, String mediaType, Form form) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 12);
    try (EntryWriter writer = EntryWriter.lines(body, trail)) {
      form.write(writer, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Response.ok(body.toByteArray(), mediaType)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
