package vn.digitaltrust.registry.account;

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
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.digitaltrust.door.Etag;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.journal.RetryKeys;
import vn.digitaltrust.vocabulary.Roles;
import vn.digitaltrust.vocabulary.account.Platform;

/** Accounts over HTTP. */
@Path("accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts", description = "Whose account it was, when")
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
class AccountResource {
  private final Accounts accounts;
  private final RetryKeys retryKeys;
  private final UriInfo uri;

  AccountResource(Accounts accounts, RetryKeys retryKeys, UriInfo uri) {
    this.accounts = accounts;
    this.retryKeys = retryKeys;
    this.uri = uri;
  }

  @GET
  @Operation(
      operationId = "registryFindAccounts",
      summary = "Whose account is at this address, and whose was it",
      description =
          "Give exactly one form: platform and handle, platform and platformId, or url. The answer"
              + " names the subject and, after merges, the canonical one.")
  public Page<AccountView> find(
      @Parameter(example = "TIKTOK") @QueryParam("platform") Platform platform,
      @Parameter(example = "hu.cau.linh") @QueryParam("handle") String handle,
      @QueryParam("platformId") String platformId,
      @QueryParam("url") String url,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    var forms = (handle == null ? 0 : 1) + (platformId == null ? 0 : 1) + (url == null ? 0 : 1);
    if (forms != 1) {
      throw Refusal.invalid("handle", "account.one-form");
    }
    var request = new AccountRequest(platform, handle, platformId, url, null);
    return accounts.at(Addresses.of(request).address(), cursor, limit);
  }

  @GET
  @Path("{id}")
  @Operation(
      operationId = "registryReadAccount",
      summary = "Read an account",
      description = "Shows whose account it was and when, also after it was closed.")
  @APIResponseSchema(
      value = AccountView.class,
      responseCode = "200",
      responseDescription = "The account as it stands")
  public Response read(@PathParam("id") UUID id) {
    return answer(Response.ok(), id);
  }

  @POST
  @Path("{id}/closures")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      operationId = "registryCloseAccount",
      summary = "Note that an account is not the subject's any more",
      description =
          "The history stays. The freed handle may be another subject's from that instant on.")
  @APIResponseSchema(
      value = AccountView.class,
      responseCode = "200",
      responseDescription = "The account as it stands")
  public Response close(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String version,
      @NotNull @Valid ClosureRequest request) {
    return retryKeys.once(
        request,
        () -> accounts.close(id, version, request),
        closed -> answer(Response.ok(), closed));
  }

  @POST
  @Path("{id}/handles")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      operationId = "registryRenameAccount",
      summary = "Note a new handle of the same account",
      description = "Closes the old handle's interval; the answer is the interval of the new one.")
  @APIResponseSchema(
      value = AccountView.class,
      responseCode = "201",
      responseDescription = "The account")
  public Response rename(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String version,
      @NotNull @Valid HandleRequest request) {
    return retryKeys.once(request, () -> accounts.rename(id, version, request), this::created);
  }

  private Response created(UUID id) {
    return answer(
        Response.created(uri.getBaseUriBuilder().path("accounts").path(id.toString()).build()), id);
  }

  private Response answer(Response.ResponseBuilder builder, UUID id) {
    var account = accounts.read(id);
    return builder.header("ETag", Etag.of(account.version())).entity(account.view()).build();
  }
}
