package vn.digitaltrust.sanctions.measure;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.digitaltrust.door.Etag;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.journal.RetryKeys;
import vn.digitaltrust.vocabulary.MeasureKind;
import vn.digitaltrust.vocabulary.Roles;

@Path("measures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Measures", description = "What was decided, in time, with every version")
class MeasureResource {
  private final MeasureDesk desk;
  private final MeasureReader reader;
  private final RetryKeys retryKeys;

  MeasureResource(MeasureDesk desk, MeasureReader reader, RetryKeys retryKeys) {
    this.desk = desk;
    this.reader = reader;
    this.retryKeys = retryKeys;
  }

  @GET
  @RolesAllowed({Roles.CASE_OFFICER, Roles.DECISION_MAKER, Roles.APPEAL_PANEL, Roles.AUDITOR})
  @Operation(
      operationId = "sanctionsListMeasures",
      summary = "The measures of all subjects, for staff",
      description = "In the order of imposing; narrowed by what they restrict, where and when.")
  public Page<MeasureView> list(
      @QueryParam("subject") UUID subject,
      @QueryParam("name") String name,
      @Parameter(description = "Only those in force at this instant") @QueryParam("inForceAt")
          String inForceAt,
      @Parameter(
              description = "Only engagement limits that reach this province",
              example = "2025:79")
          @QueryParam("territory")
          String territory,
      @Parameter(description = "Only those on this ground, by its code") @QueryParam("ground")
          String ground,
      @Parameter(description = "Only those of this kind") @QueryParam("kind") MeasureKind kind,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    return reader.all(
        subject, name, MeasureFilter.read(kind, inForceAt, territory, ground), cursor, limit);
  }

  @GET
  @Path("{id}")
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
  @Operation(
      operationId = "sanctionsReadMeasure",
      summary = "A measure as it stands now",
      description =
          "With its interval, exceptions, stays and the subject's own words. Whoever reads it "
              + "as a party also sees the file.")
  @APIResponseSchema(
      value = MeasureView.class,
      responseCode = "200",
      responseDescription = "The resource as it stands")
  public Response read(@PathParam("id") UUID id) {
    MeasureView view = reader.read(id);
    return Response.ok(view).header("ETag", Etag.of(view.version())).build();
  }

  @GET
  @Path("{id}/versions")
  @RolesAllowed({
    Roles.AUTHORITY,
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
      operationId = "sanctionsListMeasureVersions",
      summary = "Every version of a measure, for those who work with it and its subject",
      description =
          "Oldest first: each version tells since when it was known. It answers what was "
              + "known at any time.")
  public Page<MeasureView> versions(
      @PathParam("id") UUID id,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    return reader.versions(id, cursor, limit);
  }

  @POST
  @Path("{id}/exceptions")
  @RolesAllowed({Roles.DECISION_MAKER, Roles.AUTHORITY})
  @Operation(
      operationId = "sanctionsGrantException",
      summary = "Permit something for a time although the measure stands (SAN-44)",
      description =
          "Makes a trust check CONDITIONAL while it lasts and covers all that was asked. "
              + "There is none without an end.")
  @APIResponseSchema(
      value = MeasureView.class,
      responseCode = "201",
      responseDescription = "Done: the resource as it stands now")
  public Response except(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid ExceptionRequest request) {
    return retryKeys.once(request, () -> desk.except(id, ifMatch, request), this::created);
  }

  @POST
  @Path("{id}/liftings")
  @RolesAllowed(Roles.DECISION_MAKER)
  @Operation(
      operationId = "sanctionsLiftMeasure",
      summary = "End a measure early that was right (SAN-46)",
      description = "The measure was right and stays in the record as LIFTED.")
  @APIResponseSchema(
      value = MeasureView.class,
      responseCode = "201",
      responseDescription = "Done: the resource as it stands now")
  public Response lift(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid LiftingRequest request) {
    return retryKeys.once(request, () -> desk.lift(id, ifMatch, request), this::created);
  }

  @POST
  @Path("{id}/annulments")
  @RolesAllowed(Roles.DECISION_MAKER)
  @Operation(
      operationId = "sanctionsAnnulMeasure",
      summary = "Take a measure back that should never have been (SAN-46)",
      description = "It is never again shown as a past sanction of that person.")
  @APIResponseSchema(
      value = MeasureView.class,
      responseCode = "201",
      responseDescription = "Done: the resource as it stands now")
  public Response annul(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid AnnulmentRequest request) {
    return retryKeys.once(request, () -> desk.annul(id, ifMatch, request), this::created);
  }

  @POST
  @Path("{id}/statements")
  @RolesAllowed({Roles.KOL, Roles.BUSINESS, Roles.PRESS, Roles.PLATFORM})
  @Operation(
      operationId = "sanctionsStateOnMeasure",
      summary = "The subject's own words, shown beside the measure (SAN-51)",
      description =
          "The statement travels with the measure, in trust checks too. A new one replaces "
              + "the one before.")
  @APIResponseSchema(
      value = MeasureView.class,
      responseCode = "201",
      responseDescription = "Done: the resource as it stands now")
  public Response state(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid StatementRequest request) {
    return retryKeys.once(request, () -> desk.state(id, ifMatch, request), this::created);
  }

  private Response created(UUID id) {
    MeasureView view = reader.read(id);
    return Response.created(URI.create("measures/" + id))
        .entity(view)
        .header("ETag", Etag.of(view.version()))
        .build();
  }
}
