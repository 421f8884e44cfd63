package vn.digitaltrust.door;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.digitaltrust.journal.AccessRead;
import vn.digitaltrust.journal.AccessReads;
import vn.digitaltrust.vocabulary.Roles;
import vn.digitaltrust.vocabulary.VietnamTime;

/**
 * JRN-25: who read which private data, for the auditor. An auditor who is bound to a subject or a
 * member does not read it: it tells that somebody works on a matter, and so that there is one.
 */
@Path("access-log")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journal")
@RolesAllowed(Roles.AUDITOR)
@Blocking
class AccessLogResource {

  private final AccessReads reads;
  private final Caller caller;

  AccessLogResource(AccessReads reads, Caller caller) {
    this.reads = reads;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "Read the access log",
      description =
          "Who read which private data, newest first. It is kept for 24 months. That it is read is"
              + " logged too.")
  public Page<AccessRead> list(
      @Parameter(description = "Only reads of data about this KOL or organisation")
          @QueryParam("subject")
          UUID subject,
      @Parameter(description = "Only reads by this person, machine or service") @QueryParam("actor")
          String actor,
      @Parameter(description = "Only reads of this kind of thing") @QueryParam("resource")
          String resource,
      @Parameter(description = "Only reads from this instant on") @QueryParam("from") String from,
      @Parameter(description = "Only reads before this instant") @QueryParam("to") String to,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    if (caller.subjectId().isPresent() || caller.memberId().isPresent()) {
      throw Refusal.forbidden("access-log.bound");
    }
    AccessReads.Filter filter =
        new AccessReads.Filter(subject, actor, resource, instant("from", from), instant("to", to));
    Cursor place = Cursor.of("access-log", subject, actor, resource, filter.from(), filter.to());
    int rows = Page.limit(limit) + 1;
    List<AccessReads.Row> found = reads.page(filter, place(place.read(cursor)), rows);
    Page<AccessReads.Row> page =
        Page.of(found, limit, row -> row.place().at() + " " + row.place().id(), place);
    return new Page<>(page.items().stream().map(AccessReads.Row::read).toList(), page.next());
  }

  private static AccessReads.Place place(String key) {
    if (key == null) {
      return null;
    }
    String[] parts = key.split(" ");
    return new AccessReads.Place(Instant.parse(parts[0]), Long.parseLong(parts[1]));
  }

  private static Instant instant(String field, String text) {
    return text == null || text.isEmpty()
        ? null
        : Refusal.reading(field, () -> VietnamTime.instant(text));
  }
}
