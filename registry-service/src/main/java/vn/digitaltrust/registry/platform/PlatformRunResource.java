package vn.digitaltrust.registry.platform;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.digitaltrust.door.Etag;
import vn.digitaltrust.journal.RetryKeys;
import vn.digitaltrust.vocabulary.Roles;

/** Runs of platforms over HTTP. */
@Path("platform-runs")
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
class PlatformRunResource {
  private final PlatformRuns runs;
  private final RetryKeys retryKeys;

  PlatformRunResource(PlatformRuns runs, RetryKeys retryKeys) {
    this.runs = runs;
    this.retryKeys = retryKeys;
  }

  @GET
  @Path("{id}")
  @Operation(
      operationId = "registryReadPlatformRun",
      summary = "Read which platform an organisation runs, from when to when",
      description = "Its clients attest accounts of this platform between the two instants.")
  @APIResponseSchema(
      value = PlatformRunState.class,
      responseCode = "200",
      responseDescription = "The platform as the organisation runs it")
  public Response read(@PathParam("id") UUID id) {
    return answer(id);
  }

  @POST
  @Path("{id}/closures")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      operationId = "registryClosePlatformRun",
      summary = "Note that the organisation runs the platform no more",
      description = "What its clients attested before goes on to count.")
  @APIResponseSchema(
      value = PlatformRunState.class,
      responseCode = "200",
      responseDescription = "The platform as the organisation runs it")
  public Response close(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String version,
      @NotNull @Valid PlatformRunClosure request) {
    return retryKeys.once(request, () -> runs.close(id, version, request), this::answer);
  }

  private Response answer(UUID id) {
    var run = runs.read(id);
    return Response.ok().header("ETag", Etag.of(run.version())).entity(run.state()).build();
  }
}
