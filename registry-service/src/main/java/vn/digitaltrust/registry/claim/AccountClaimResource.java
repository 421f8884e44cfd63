package vn.digitaltrust.registry.claim;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.digitaltrust.door.Etag;
import vn.digitaltrust.journal.RetryKeys;
import vn.digitaltrust.vocabulary.Roles;

/** Claims and attestations of one account over HTTP. */
@Path("accounts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Account claims", description = "How a subject proves that an account is its own")
class AccountClaimResource {
  private final ClaimDesk desk;
  private final ClaimReader reader;
  private final RetryKeys retryKeys;
  private final UriInfo uri;

  AccountClaimResource(ClaimDesk desk, ClaimReader reader, RetryKeys retryKeys, UriInfo uri) {
    this.desk = desk;
    this.reader = reader;
    this.retryKeys = retryKeys;
    this.uri = uri;
  }

  @POST
  @Path("claims")
  @RolesAllowed({Roles.KOL, Roles.BUSINESS, Roles.PRESS, Roles.PLATFORM})
  @Operation(
      operationId = "registryClaimAccount",
      summary = "Ask for a code that proves that an account is one's own",
      description =
          "Show the code on the account until its platform has attested it. It is told to the"
              + " claimant alone and ends after 14 days.")
  @APIResponseSchema(
      value = ClaimView.class,
      responseCode = "201",
      responseDescription = "The claim with its code")
  public Response claim(@PathParam("id") UUID id, @NotNull @Valid ClaimRequest request) {
    return retryKeys.once(request, () -> desk.claim(id, request), this::created);
  }

  @POST
  @Path("attestations")
  @RolesAllowed(Roles.PLATFORM)
  @Operation(
      operationId = "registryAttestAccount",
      summary = "Attest that an account shows a code",
      description =
          "By a client of an organisation that runs the account's platform. The claim is proven, or"
              + " contested if somebody else holds the account.")
  @APIResponseSchema(
      value = ClaimView.class,
      responseCode = "201",
      responseDescription = "The claim as it stands")
  public Response attest(@PathParam("id") UUID id, @NotNull @Valid AttestationRequest request) {
    return retryKeys.once(request, () -> desk.attest(id, request), this::created);
  }

  private Response created(UUID id) {
    var claim = reader.read(id);
    return Response.created(
            uri.getBaseUriBuilder().path("account-claims").path(id.toString()).build())
        .header("ETag", Etag.of(claim.version()))
        .entity(claim.view())
        .build();
  }
}
