package vn.digitaltrust.sanctions.measure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.MeasureKind;
import vn.digitaltrust.vocabulary.Roles;

@Path("subjects/{subject}/measures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Measures")
class SubjectMeasuresResource {
  private final MeasureReader reader;

  SubjectMeasuresResource(MeasureReader reader) {
    this.reader = reader;
  }

  @GET
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
  @Operation(
      operationId = "sanctionsListMeasuresOfSubject",
      summary =
          "The measures of a subject: what applied at a time, by what was known at a time (SAN-47)",
      description =
          "`at` asks for another instant, `knownAt` for what had been recorded by another. "
              + "Members see what is public when they ask.")
  public Page<MeasureView> list(
      @PathParam("subject") UUID subject,
      @Parameter(
              description = "The instant for which each status is computed; now when absent",
              example = "2026-12-10T03:00:00Z")
          @QueryParam("at")
          String at,
      @Parameter(
              description = "Only what was recorded by this instant counts; now when absent",
              example = "2026-12-11T03:00:00Z")
          @QueryParam("knownAt")
          String knownAt,
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
    return reader.ofSubject(
        subject,
        Refusal.readingInstant("at", at),
        Refusal.readingInstant("knownAt", knownAt),
        MeasureFilter.read(kind, inForceAt, territory, ground),
        cursor,
        limit);
  }
}
