package vn.digitaltrust.sanctions.appeal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.digitaltrust.door.Etag;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.journal.RetryKeys;
import vn.digitaltrust.sanctions.casefile.Spokesmen;
import vn.digitaltrust.sanctions.registry.Purpose;
import vn.digitaltrust.vocabulary.Roles;

@Path("appeals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Appeals", description = "A decision before people who took no part in it")
class AppealResource {
  private final AppealDesk desk;
  private final AppealReader reader;
  private final Spokesmen spokesmen;
  private final RetryKeys retryKeys;

  AppealResource(AppealDesk desk, AppealReader reader, Spokesmen spokesmen, RetryKeys retryKeys) {
    this.desk = desk;
    this.reader = reader;
    this.spokesmen = spokesmen;
    this.retryKeys = retryKeys;
  }

  @GET
  @Path("{id}")
  @RolesAllowed({
    Roles.KOL,
    Roles.BUSINESS,
    Roles.PRESS,
    Roles.PLATFORM,
    Roles.CASE_OFFICER,
    Roles.DECISION_MAKER,
    Roles.APPEAL_PANEL,
    Roles.AUDITOR
  })
  @Operation(
      operationId = "sanctionsReadAppeal",
      summary = "An appeal, for staff, its subject and who represents it",
      description =
          "Shows the text, the ruling and how measures were varied. How each member voted is "
              + "for staff.")
  @APIResponseSchema(
      value = AppealView.class,
      responseCode = "200",
      responseDescription = "The resource as it stands")
  public Response read(@PathParam("id") UUID id) {
    reader.caseOf(id).ifPresent(caseId -> spokesmen.ask(caseId, Purpose.READ));
    AppealView view = reader.read(id);
    return Response.ok(view).header("ETag", Etag.of(view.version())).build();
  }

  @GET
  @RolesAllowed({
    Roles.KOL,
    Roles.BUSINESS,
    Roles.PRESS,
    Roles.PLATFORM,
    Roles.CASE_OFFICER,
    Roles.DECISION_MAKER,
    Roles.APPEAL_PANEL,
    Roles.AUDITOR
  })
  @Operation(
      operationId = "sanctionsListAppeals",
      summary = "Appeals: all for staff, its own for a subject",
      description = "In the order of lodging, without the texts of votes for others than staff.")
  public Page<AppealView> list(
      @QueryParam("subject") UUID subject,
      @QueryParam("status") AppealStatus status,
      @QueryParam("name") String name,
      @Parameter(description = "Only those lodged before this instant") @QueryParam("lodgedBefore")
          String lodgedBefore,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    return reader.list(
        subject, status, name, Refusal.readingInstant("lodgedBefore", lodgedBefore), cursor, limit);
  }

  @POST
  @Path("{id}/stays")
  @RolesAllowed(Roles.APPEAL_PANEL)
  @Operation(
      operationId = "sanctionsStayMeasures",
      summary = "Stay measures while the appeal is open (SAN-35)",
      description = "The measure has no effect during the stay, and its end does not move.")
  @APIResponseSchema(
      value = AppealView.class,
      responseCode = "201",
      responseDescription = "Done: the resource as it stands now")
  public Response stay(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid StayRequest request) {
    return once(request, () -> desk.stay(id, ifMatch, request));
  }

  @POST
  @Path("{id}/votes")
  @RolesAllowed(Roles.APPEAL_PANEL)
  @Operation(
      operationId = "sanctionsVoteOnAppeal",
      summary = "Vote as one of three who took no part (SAN-31, SAN-33)",
      description = "Votes count together only if they agree in outcome, cause and variations.")
  @APIResponseSchema(
      value = AppealView.class,
      responseCode = "201",
      responseDescription = "Done: the resource as it stands now")
  public Response vote(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid VoteRequest request) {
    return once(request, () -> desk.vote(id, ifMatch, request));
  }

  @POST
  @Path("{id}/rulings")
  @RolesAllowed(Roles.APPEAL_PANEL)
  @Operation(
      operationId = "sanctionsRuleOnAppeal",
      summary = "Pronounce what the majority found; stays end (SAN-32)",
      description = "UPHELD leaves the measures, VARIED changes them, ANNULLED takes them back.")
  @APIResponseSchema(
      value = AppealView.class,
      responseCode = "201",
      responseDescription = "Done: the resource as it stands now")
  public Response rule(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid RulingRequest request) {
    return once(request, () -> desk.rule(id, ifMatch, request));
  }

  @POST
  @Path("{id}/withdrawals")
  @RolesAllowed({Roles.KOL, Roles.BUSINESS, Roles.PRESS, Roles.PLATFORM})
  @Operation(
      operationId = "sanctionsWithdrawAppeal",
      summary = "The subject takes its appeal back; stays end (SAN-36)",
      description =
          "Or its representative; of two guardians both have to do so. Only before the ruling. It "
              + "cannot be lodged again.")
  @APIResponseSchema(
      value = AppealView.class,
      responseCode = "201",
      responseDescription = "Done: the resource as it stands now")
  public Response withdraw(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    reader.caseOf(id).ifPresent(caseId -> spokesmen.ask(caseId, Purpose.APPEAL));
    return once(Map.of(), () -> desk.withdraw(id, ifMatch));
  }

  private Response once(Object request, Supplier<UUID> work) {
    return retryKeys.once(request, work, this::created);
  }

  private Response created(UUID id) {
    return created(reader.read(id));
  }

  static Response created(AppealView view) {
    return Response.created(URI.create("appeals/" + view.id()))
        .entity(view)
        .header("ETag", Etag.of(view.version()))
        .build();
  }
}
