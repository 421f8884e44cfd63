package vn.digitaltrust.sanctions.casefile;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
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
import vn.digitaltrust.sanctions.registry.Purpose;
import vn.digitaltrust.vocabulary.Roles;

@Path("cases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Cases", description = "From the first report to the end of the appeal")
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
class CaseResource {
  private final CaseDesk desk;
  private final CaseReader reader;
  private final ErasureHolder holder;
  private final Spokesmen spokesmen;
  private final RetryKeys retryKeys;

  CaseResource(
      CaseDesk desk,
      CaseReader reader,
      ErasureHolder holder,
      Spokesmen spokesmen,
      RetryKeys retryKeys) {
    this.desk = desk;
    this.reader = reader;
    this.holder = holder;
    this.spokesmen = spokesmen;
    this.retryKeys = retryKeys;
  }

  @POST
  @RolesAllowed(Roles.CASE_OFFICER)
  @Operation(
      operationId = "sanctionsOpenCase",
      summary = "Open a case from reports or of own initiative (SAN-5)",
      description = "All reports are about one subject. That a case is open is not public.")
  @APIResponseSchema(
      value = CaseView.class,
      responseCode = "201",
      responseDescription = "Done: the resource as it stands now")
  public Response open(@NotNull @Valid CaseRequest request) {
    return retryKeys.once(
        request,
        () -> ask(request),
        known -> desk.open(request, known),
        id -> CaseActsResource.created(reader.read(id)));
  }

  private Answer ask(CaseRequest request) {
    desk.check(request);
    return holder.ask(request.subject());
  }

  @GET
  @Path("{id}")
  @Operation(
      operationId = "sanctionsReadCase",
      summary =
          "A case, for staff and, once it was notified, for its subject and who represents it",
      description =
          "The subject sees what concerns it: no reporters, no names of officers, no proposal "
              + "before it was decided.")
  @APIResponseSchema(
      value = CaseView.class,
      responseCode = "200",
      responseDescription = "The resource as it stands")
  public Response read(@PathParam("id") UUID id) {
    spokesmen.ask(id, Purpose.READ);
    CaseView view = reader.read(id);
    return Response.ok(view).header("ETag", Etag.of(view.version())).build();
  }

  @GET
  @Operation(
      operationId = "sanctionsListCases",
      summary = "Cases: all for staff, those about itself for a party",
      description = "Oldest first. A subject sees a case about itself once it was notified.")
  public Page<CaseView> list(
      @QueryParam("subject") UUID subject,
      @QueryParam("status") CaseStatus status,
      @QueryParam("name") String name,
      @Parameter(description = "Only those in which a term ends before this instant")
          @QueryParam("dueBefore")
          String dueBefore,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    return reader.list(
        subject, status, name, Refusal.readingInstant("dueBefore", dueBefore), cursor, limit);
  }
}
