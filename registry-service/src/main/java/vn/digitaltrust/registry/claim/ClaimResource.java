package vn.digitaltrust.registry.claim;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.digitaltrust.door.Etag;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.journal.RetryKeys;
import vn.digitaltrust.vocabulary.Roles;

/** Claims over HTTP. */
@Path("account-claims")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Account claims", description = "How a subject proves that an account is its own")
class ClaimResource {
  private final ClaimDesk desk;
  private final ClaimReader reader;
  private final RetryKeys retryKeys;

  ClaimResource(ClaimDesk desk, ClaimReader reader, RetryKeys retryKeys) {
    this.desk = desk;
    this.reader = reader;
    this.retryKeys = retryKeys;
  }

  @GET
  @RolesAllowed({Roles.REGISTRAR, Roles.AUDITOR})
  @Operation(
      operationId = "registryListAccountClaims",
      summary = "List claims of accounts in the order in which they were made",
      description = "With status CONTESTED: what waits for a registrar.")
  public Page<ClaimView> list(
      @QueryParam("status") ClaimStatus status,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    return reader.list(status, cursor, limit);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({
    Roles.KOL,
    Roles.BUSINESS,
    Roles.PRESS,
    Roles.PLATFORM,
    Roles.REGISTRAR,
    Roles.AUDITOR
  })
  @Operation(
      operationId = "registryReadAccountClaim",
      summary = "Read a claim of an account",
      description =
          "For who made it, registrars and auditors, the platform that attested it and, once it is"
              + " attested, who holds the account.")
  @APIResponseSchema(
      value = ClaimView.class,
      responseCode = "200",
      responseDescription = "The claim as it stands")
  public Response read(@PathParam("id") UUID id) {
    return answer(id);
  }

  @POST
  @Path("{id}/decisions")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      operationId = "registryDecideAccountClaim",
      summary = "Decide a contested claim, or refuse an open one",
      description =
          "Granted, the holder's interval ends now and that of the claimant begins, proven. Refused,"
              + " nothing changes for the holder.")
  @APIResponseSchema(
      value = ClaimView.class,
      responseCode = "200",
      responseDescription = "The claim as it stands")
  public Response decide(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String version,
      @NotNull @Valid ClaimDecisionRequest request) {
    return retryKeys.once(request, () -> desk.decide(id, version, request), this::answer);
  }

  private Response answer(UUID id) {
    var claim = reader.read(id);
    return Response.ok().header("ETag", Etag.of(claim.version())).entity(claim.view()).build();
  }
}
