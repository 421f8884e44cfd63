package vn.digitaltrust.registry.platform;

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
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.digitaltrust.door.Etag;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.journal.RetryKeys;
import vn.digitaltrust.vocabulary.Roles;

/** The platforms that one organisation runs, over HTTP. */
@Path("organisations/{id}/platforms")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Platforms", description = "Which organisation runs which platform, when")
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
class OrganisationPlatformsResource {
  private final PlatformRuns runs;
  private final RetryKeys retryKeys;
  private final UriInfo uri;

  OrganisationPlatformsResource(PlatformRuns runs, RetryKeys retryKeys, UriInfo uri) {
    this.runs = runs;
    this.retryKeys = retryKeys;
    this.uri = uri;
  }

  @GET
  @Operation(
      operationId = "registryListPlatformsOfOrganisation",
      summary = "List the platforms that an organisation runs, past ones included",
      description = "Those of all organisations that were merged into it, too.")
  public Page<PlatformRunState> list(
      @PathParam("id") UUID id,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    return runs.of(id, cursor, limit);
  }

  @POST
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      operationId = "registryEnterPlatform",
      summary = "Note that an organisation runs a platform",
      description =
          "The organisation is registered and of the type PLATFORM. Its clients speak for the"
              + " platforms entered here alone.")
  @APIResponseSchema(
      value = PlatformRunState.class,
      responseCode = "201",
      responseDescription = "The platform as the organisation runs it")
  public Response open(@PathParam("id") UUID id, @NotNull @Valid PlatformRunRequest request) {
    return retryKeys.once(
        request,
        () -> runs.open(id, request),
        opened -> {
          var run = runs.read(opened);
          return Response.created(
                  uri.getBaseUriBuilder().path("platform-runs").path(opened.toString()).build())
              .header("ETag", Etag.of(run.version()))
              .entity(run.state())
              .build();
        });
  }
}
