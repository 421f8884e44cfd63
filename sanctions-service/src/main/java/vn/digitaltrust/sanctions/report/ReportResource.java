package vn.digitaltrust.sanctions.report;

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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.journal.RetryKeys;
import vn.digitaltrust.sanctions.registry.Answer;
import vn.digitaltrust.sanctions.registry.Registry;
import vn.digitaltrust.vocabulary.Roles;

@Path("reports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Reports", description = "What somebody says a subject did")
@RolesAllowed({
  Roles.PLATFORM,
  Roles.BUSINESS,
  Roles.PRESS,
  Roles.AUTHORITY,
  Roles.CASE_OFFICER,
  Roles.DECISION_MAKER,
  Roles.APPEAL_PANEL,
  Roles.AUDITOR
})
class ReportResource {
  private final ReportDesk desk;
  private final Registry registry;
  private final RetryKeys retryKeys;

  ReportResource(ReportDesk desk, Registry registry, RetryKeys retryKeys) {
    this.desk = desk;
    this.registry = registry;
    this.retryKeys = retryKeys;
  }

  @POST
  @RolesAllowed({Roles.PLATFORM, Roles.BUSINESS, Roles.PRESS, Roles.AUTHORITY, Roles.CASE_OFFICER})
  @Operation(
      operationId = "sanctionsSubmitReport",
      summary = "Report what a subject did",
      description =
          "For facts with evidence about one subject, never for opinions. An officer decides "
              + "whether a case is opened from it.")
  @APIResponseSchema(
      value = ReportView.class,
      responseCode = "201",
      responseDescription = "Done: the resource as it stands now")
  public Response receive(@NotNull @Valid ReportRequest request) {
    Answer known = registry.ask(request.subject());
    return retryKeys.once(
        request,
        () -> desk.receive(request, known),
        id -> Response.created(URI.create("reports/" + id)).entity(desk.read(id)).build());
  }

  @GET
  @Path("{id}")
  @Operation(
      operationId = "sanctionsReadReport",
      summary = "A report, for its reporter and the staff",
      description = "Shows the facts, the evidence and what became of it. Others are answered 404.")
  public ReportView read(@PathParam("id") UUID id) {
    return desk.read(id);
  }

  @GET
  @Operation(
      operationId = "sanctionsListReports",
      summary = "Reports: all for staff, their own for others",
      description =
          "In the order of receipt. That a case was opened from a report is shown to staff "
              + "only.")
  public Page<ReportView> list(
      @QueryParam("subject") UUID subject,
      @QueryParam("status") ReportView.Status status,
      @QueryParam("name") String name,
      @Parameter(description = "Only those received before this instant")
          @QueryParam("receivedBefore")
          String receivedBefore,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    return desk.list(
        subject,
        status,
        name,
        Refusal.readingInstant("receivedBefore", receivedBefore),
        cursor,
        limit);
  }
}
