package vn.digitaltrust.sanctions.ground;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.digitaltrust.door.Cursor;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.Roles;

@Path("grounds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Grounds", description = "The catalogue of legal and contractual grounds")
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
class GroundResource {
  private final Grounds grounds;

  GroundResource(Grounds grounds) {
    this.grounds = grounds;
  }

  @GET
  @Transactional
  @Operation(
      operationId = "sanctionsListGrounds",
      summary = "The grounds with their dates of validity",
      description =
          "Laws, codes and contracts that decisions may rest on, as data with dates: a change "
              + "of the law is a new entry.")
  public Page<GroundView> list(
      @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
    Cursor place = Cursor.of("grounds");
    return Page.of(
        grounds.page(place.read(cursor), Page.limit(limit) + 1).stream()
            .map(GroundView::of)
            .toList(),
        limit,
        GroundView::code,
        place);
  }

  @GET
  @Path("{code}")
  @Transactional
  @Operation(
      operationId = "sanctionsReadGround",
      summary = "One ground",
      description = "Shows the instrument, the provision and the days on which it is in force.")
  public GroundView read(
      @Parameter(example = "DECREE-38-2021-34.5") @PathParam("code") String code) {
    return grounds
        .byCode(code)
        .map(GroundView::of)
        .orElseThrow(() -> Refusal.notFound("ground", code));
  }
}
