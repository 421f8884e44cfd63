package vn.digitaltrust.sanctions.appeal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import vn.digitaltrust.journal.RetryKeys;
import vn.digitaltrust.sanctions.casefile.Spokesmen;
import vn.digitaltrust.sanctions.registry.Purpose;
import vn.digitaltrust.vocabulary.Roles;

/** Where an appeal begins: at the case. */
@Path("cases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Appeals")
class CaseAppealsResource {
  private final AppealDesk desk;
  private final AppealReader reader;
  private final Spokesmen spokesmen;
  private final RetryKeys retryKeys;

  CaseAppealsResource(
      AppealDesk desk, AppealReader reader, Spokesmen spokesmen, RetryKeys retryKeys) {
    this.desk = desk;
    this.reader = reader;
    this.spokesmen = spokesmen;
    this.retryKeys = retryKeys;
  }

  @POST
  @Path("{id}/appeals")
  @RolesAllowed({Roles.KOL, Roles.BUSINESS, Roles.PRESS, Roles.PLATFORM})
  @Operation(
      operationId = "sanctionsLodgeAppeal",
      summary = "The subject appeals within 15 working days (SAN-30)",
      description =
          "Or its representative. People who took no part in the case decide it. The measures go "
              + "on unless they are stayed.")
  @APIResponseSchema(
      value = AppealView.class,
      responseCode = "201",
      responseDescription = "Done: the resource as it stands now")
  public Response lodge(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid AppealRequest request) {
    spokesmen.ask(id, Purpose.APPEAL);
    return retryKeys.once(
        request,
        () -> desk.lodge(id, ifMatch, request),
        appeal -> AppealResource.created(reader.read(appeal)));
  }
}
