package vn.digitaltrust.sanctions.statedecision;

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
import java.time.LocalDate;
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
import vn.digitaltrust.sanctions.registry.Answer;
import vn.digitaltrust.sanctions.registry.ErasureHolder;
import vn.digitaltrust.vocabulary.Roles;
import vn.digitaltrust.vocabulary.VietnamTime;

@Path("state-decisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
    name = "State decisions",
    description = "Decisions of state authorities, recorded and never altered by the alliance")
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
  Roles.AUDITOR
})
class StateDecisionResource {
  private final StateDecisionDesk desk;
  private final ErasureHolder holder;
  private final RetryKeys retryKeys;

  StateDecisionResource(StateDecisionDesk desk, ErasureHolder holder, RetryKeys retryKeys) {
    this.desk = desk;
    this.holder = holder;
    this.retryKeys = retryKeys;
  }

  @POST
  @RolesAllowed(Roles.AUTHORITY)
  @Operation(
      operationId = "sanctionsRecordStateDecision",
      summary = "An authority has its own decision recorded (SAN-60, SAN-61)",
      description =
          "The suite records it and does not decide it. It carries one measure, which is "
              + "binding.")
  @APIResponseSchema(
      value = StateDecisionView.class,
      responseCode = "201",
      responseDescription = "Done: the resource as it stands now")
  public Response record(@NotNull @Valid StateDecisionRequest request) {
    return retryKeys.once(
        request, () -> ask(request), known -> desk.record(request, known), this::created);
  }

  private Answer ask(StateDecisionRequest request) {
    desk.check(request);
    return holder.ask(request.subject());
  }

  @GET
  @Path("{id}")
  @Operation(
      operationId = "sanctionsReadStateDecision",
      summary = "A recorded state decision",
      description =
          "Shows its authority, number, ground and document, and what the authority did to it "
              + "since.")
  @APIResponseSchema(
      value = StateDecisionView.class,
      responseCode = "200",
      responseDescription = "The resource as it stands")
  public Response read(@PathParam("id") UUID id) {
    StateDecisionView view = desk.read(id);
    return Response.ok(view).header("ETag", Etag.of(view.version())).build();
  }

  @GET
  @Operation(
      operationId = "sanctionsListStateDecisions",
      summary = "Recorded state decisions, by subject, authority, number, status or day (SAN-165)",
      description = "In the order of recording.")
  public Page<StateDecisionView> list(
      @QueryParam("subject") UUID subject,
      @QueryParam("name") String name,
      @QueryParam("authority") String authority,
      @Parameter(description = "Only the decision of this number") @QueryParam("number")
          String number,
      @QueryParam("status") StateDecision.Status status,
      @Parameter(description = "Only those issued on this day or later", example = "2026-11-01")
          @QueryParam("issuedFrom")
          String issuedFrom,
      @Parameter(description = "Only those issued on this day or earlier", example = "2026-11-30")
          @QueryParam("issuedUntil")
          String issuedUntil,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    return desk.list(
        new StateDecisionDesk.Asked(
            subject,
            name,
            authority,
            number,
            status,
            day("issuedFrom", issuedFrom),
            day("issuedUntil", issuedUntil)),
        cursor,
        limit);
  }

  private static LocalDate day(String field, String text) {
    return text == null ? null : Refusal.reading(field, () -> VietnamTime.day(text));
  }

  @POST
  @Path("{id}/variations")
  @RolesAllowed(Roles.AUTHORITY)
  @Operation(
      operationId = "sanctionsVaryStateDecision",
      summary = "Its authority changes what it decided (SAN-62)",
      description =
          "By a decision of its own with a number and a date. What is left out stays as it "
              + "is.")
  @APIResponseSchema(
      value = StateDecisionView.class,
      responseCode = "201",
      responseDescription = "Done: the resource as it stands now")
  public Response vary(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid ActRequest.Vary request) {
    return once(request, () -> desk.vary(id, ifMatch, request));
  }

  @POST
  @Path("{id}/stays")
  @RolesAllowed(Roles.AUTHORITY)
  @Operation(
      operationId = "sanctionsStayStateDecision",
      summary = "Its authority takes the effect away for a time (SAN-62)",
      description = "The measure has no effect during the stay, and its end does not move.")
  @APIResponseSchema(
      value = StateDecisionView.class,
      responseCode = "201",
      responseDescription = "Done: the resource as it stands now")
  public Response stay(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid ActRequest.Stay request) {
    return once(request, () -> desk.stay(id, ifMatch, request));
  }

  @POST
  @Path("{id}/resumptions")
  @RolesAllowed(Roles.AUTHORITY)
  @Operation(
      operationId = "sanctionsResumeStateDecision",
      summary = "Its authority ends a stay (SAN-62)",
      description = "The measure has its effect again from now on.")
  @APIResponseSchema(
      value = StateDecisionView.class,
      responseCode = "201",
      responseDescription = "Done: the resource as it stands now")
  public Response resume(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid ActRequest.Plain request) {
    return once(request, () -> desk.resume(id, ifMatch, request));
  }

  @POST
  @Path("{id}/liftings")
  @RolesAllowed(Roles.AUTHORITY)
  @Operation(
      operationId = "sanctionsLiftStateDecision",
      summary = "Its authority ends early what was right (SAN-62)",
      description = "The measure ends now and stays in the record as LIFTED.")
  @APIResponseSchema(
      value = StateDecisionView.class,
      responseCode = "201",
      responseDescription = "Done: the resource as it stands now")
  public Response lift(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid ActRequest.Plain request) {
    return once(request, () -> desk.lift(id, ifMatch, request));
  }

  @POST
  @Path("{id}/annulments")
  @RolesAllowed(Roles.AUTHORITY)
  @Operation(
      operationId = "sanctionsAnnulStateDecision",
      summary = "Its authority takes back what should never have been (SAN-62)",
      description = "It is never again shown as a past sanction of that person.")
  @APIResponseSchema(
      value = StateDecisionView.class,
      responseCode = "201",
      responseDescription = "Done: the resource as it stands now")
  public Response annul(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid ActRequest.Annul request) {
    return once(request, () -> desk.annul(id, ifMatch, request));
  }

  private Response once(Object request, Supplier<UUID> work) {
    return retryKeys.once(request, work, this::created);
  }

  private Response created(UUID id) {
    StateDecisionView view = desk.read(id);
    return Response.created(URI.create("state-decisions/" + id))
        .entity(view)
        .header("ETag", Etag.of(view.version()))
        .build();
  }
}
