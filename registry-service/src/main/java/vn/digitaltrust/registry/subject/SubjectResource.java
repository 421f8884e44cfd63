package vn.digitaltrust.registry.subject;

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
import vn.digitaltrust.vocabulary.Roles;

/** What KOLs and organisations have in common, over HTTP. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Subjects", description = "Everybody that decisions and memberships speak of")
class SubjectResource {
  private final SubjectDesk desk;
  private final SubjectReader reader;
  private final SubjectAnswers answers;

  SubjectResource(SubjectDesk desk, SubjectReader reader, SubjectAnswers answers) {
    this.desk = desk;
    this.reader = reader;
    this.answers = answers;
  }

  @POST
  @Path("recorded-subjects")
  @RolesAllowed({Roles.AUTHORITY, Roles.CASE_OFFICER, Roles.REGISTRAR})
  @Operation(
      operationId = "registryRecordSubject",
      summary = "Enter somebody only because a decision concerns them",
      description = "Not a registration: such a subject is never CLEAR in a trust check.")
  @APIResponseSchema(
      value = SubjectView.class,
      responseCode = "201",
      responseDescription = "The subject")
  public Response record(@NotNull @Valid RecordedSubjectRequest request) {
    return answers.created("subjects", request, () -> desk.record(request));
  }

  @GET
  @Path("subjects/{id}")
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
      operationId = "registryReadSubject",
      summary = "Read a subject of any kind",
      description = "canonicalId is the subject that it is today, after merges.")
  @APIResponseSchema(
      value = SubjectView.class,
      responseCode = "200",
      responseDescription = "The subject as it stands")
  public Response read(@PathParam("id") UUID id) {
    return answers.read(reader.read(id));
  }

  @POST
  @Path("subjects/{id}/merges")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      operationId = "registryMergeSubject",
      summary = "Note that this subject is the same as another",
      description =
          "For two entries of one person. Decisions and accounts of both are found under the "
              + "one that remains. A merge can be taken back.")
  @APIResponseSchema(
      value = SubjectView.class,
      responseCode = "200",
      responseDescription = "The subject as it stands")
  public Response merge(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String version,
      @NotNull @Valid MergeRequest request) {
    return answers.changed(request, () -> desk.merge(id, version, request));
  }

  @POST
  @Path("subjects/{id}/unmerges")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      operationId = "registryUnmergeSubject",
      summary = "Take a merge back",
      description = "The subject has the status again that it had before the merge.")
  @APIResponseSchema(
      value = SubjectView.class,
      responseCode = "200",
      responseDescription = "The subject as it stands")
  public Response unmerge(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String version,
      @NotNull @Valid ReasonRequest request) {
    return answers.changed(request, () -> desk.unmerge(id, version, request));
  }
}
