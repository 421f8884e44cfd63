package vn.digitaltrust.registry.account;

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

/** The accounts of one subject over HTTP. */
@Path("subjects/{subject}/accounts")
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
class SubjectAccountsResource {
  private final Accounts accounts;
  private final RetryKeys retryKeys;
  private final UriInfo uri;

  SubjectAccountsResource(Accounts accounts, RetryKeys retryKeys, UriInfo uri) {
    this.accounts = accounts;
    this.retryKeys = retryKeys;
    this.uri = uri;
  }

  @GET
  @Operation(
      operationId = "registryListAccountsOfSubject",
      summary = "List a subject's accounts, past ones included",
      description =
          "Those of all subjects that were merged into it, too: they are the same person. Each"
              + " names the subject that it was opened for, and the canonical one.")
  public Page<AccountView> list(
      @PathParam("subject") UUID subject,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    return accounts.ofSubject(subject, cursor, limit);
  }

  @POST
  @RolesAllowed({Roles.REGISTRAR, Roles.AUTHORITY, Roles.CASE_OFFICER})
  @Operation(
      operationId = "registryOpenAccount",
      summary = "Note that an account is this subject's",
      description =
          "By address, handle or the platform's own id; nothing is ever fetched. Authorities and"
              + " case officers do so for subjects only that they have recorded themselves.")
  @APIResponseSchema(
      value = AccountView.class,
      responseCode = "201",
      responseDescription = "The account")
  public Response open(@PathParam("subject") UUID subject, @NotNull @Valid AccountRequest request) {
    return retryKeys.once(
        request,
        () -> accounts.openFor(subject, request),
        id -> {
          var account = accounts.read(id);
          return Response.created(
                  uri.getBaseUriBuilder().path("accounts").path(id.toString()).build())
              .header("ETag", Etag.of(account.version()))
              .entity(account.view())
              .build();
        });
  }
}
