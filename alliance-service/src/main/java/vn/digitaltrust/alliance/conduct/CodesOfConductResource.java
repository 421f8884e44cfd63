package vn.digitaltrust.alliance.conduct;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.digitaltrust.door.Cursor;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.Roles;

/** Codes of conduct over HTTP. */
@Path("codes-of-conduct")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Codes of conduct", description = "What members commit themselves to, by version")
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
@Blocking
class CodesOfConductResource {
  private static final LocalDate AFTER_ALL = LocalDate.of(9999, 12, 31);

  private final CodesOfConduct codes;

  CodesOfConductResource(CodesOfConduct codes) {
    this.codes = codes;
  }

  @GET
  @Operation(
      operationId = "allianceListCodesOfConduct",
      summary = "List the codes of conduct",
      description = "Newest first; past and future ones included.")
  public Page<CodeOfConduct> list(
      @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
    Cursor at = Cursor.of("codes-of-conduct");
    String before = at.read(cursor);
    return Page.of(
        codes.before(before == null ? AFTER_ALL : LocalDate.parse(before), Page.limit(limit) + 1),
        limit,
        code -> code.validFrom().toString(),
        at);
  }

  @GET
  @Path("current")
  @Operation(
      operationId = "allianceReadCurrentCodeOfConduct",
      summary = "Read the code of conduct in force today",
      description = "Applications name this version.")
  public CodeOfConduct current() {
    return codes.current();
  }

  @GET
  @Path("{version}")
  @Operation(
      operationId = "allianceReadCodeOfConduct",
      summary = "Read one version of the code of conduct",
      description = "Past and coming versions can be read, too.")
  public CodeOfConduct version(@PathParam("version") String version) {
    return codes.version(version).orElseThrow(() -> Refusal.notFound("code of conduct", version));
  }
}
