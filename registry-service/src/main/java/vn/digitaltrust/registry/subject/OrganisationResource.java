package vn.digitaltrust.registry.subject;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.vocabulary.Roles;
import vn.digitaltrust.vocabulary.account.Platform;

/** Organisations over HTTP. */
@Path("organisations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
    name = "Organisations",
    description = "Businesses, agencies, press, platforms and state bodies")
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
class OrganisationResource {
  private final SubjectDesk desk;
  private final SubjectReader reader;
  private final Candidates candidates;
  private final SubjectActs acts;
  private final SubjectAnswers answers;

  OrganisationResource(
      SubjectDesk desk,
      SubjectReader reader,
      Candidates candidates,
      SubjectActs acts,
      SubjectAnswers answers) {
    this.desk = desk;
    this.reader = reader;
    this.candidates = candidates;
    this.acts = acts;
    this.answers = answers;
  }

  @POST
  @RolesAllowed({Roles.REGISTRAR, Roles.BUSINESS, Roles.PRESS, Roles.PLATFORM})
  @Operation(
      operationId = "registrySubmitOrganisation",
      summary = "Enter an organisation that asks to be registered",
      description =
          "By a registrar, or by the organisation itself under the id that its token is bound to."
              + " The answer is SUBMITTED: a registrar verifies the identity next.")
  @APIResponseSchema(
      value = SubjectView.class,
      responseCode = "201",
      responseDescription = "The subject")
  public Response submit(@NotNull @Valid OrganisationRequest request) {
    return answers.created("organisations", request, () -> desk.submit(request));
  }

  @GET
  @Operation(
      operationId = "registryListOrganisations",
      summary = "List organisations in the order of entry",
      description = "Members list the registered ones; registrars and auditors all.")
  public Page<SubjectView> list(
      @QueryParam("status") SubjectStatus status,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    return reader.list(SubjectKind.ORGANISATION, status, cursor, limit);
  }

  @GET
  @Path("candidates")
  @Operation(
      operationId = "registryFindOrganisations",
      summary = "Find organisations by a name",
      description =
          "Registered ones by their public names, the best first; `next` says that there are more."
              + " Titles, other words around the name and words written together are read over."
              + " Whoever was merged is found as the canonical subject, with the name that matched."
              + " A hit is a candidate, never an identity: check the id before you attach anything"
              + " to it.")
  public Page<Candidates.Candidate> find(
      @Parameter(example = "Gạo Lứt Mẫu") @QueryParam("name") @NotNull String name,
      @QueryParam("status") SubjectStatus status,
      @Parameter(example = "2025:79") @QueryParam("homeProvince") String homeProvince,
      @Parameter(description = "Where they have an account at present") @QueryParam("platform")
          Platform platform,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("20") int limit) {
    return candidates.find(
        SubjectKind.ORGANISATION,
        name,
        Narrowing.of(status, homeProvince, null, platform),
        cursor,
        limit);
  }

  @GET
  @Path("{id}")
  @Operation(
      operationId = "registryReadOrganisation",
      summary = "Read an organisation",
      description =
          "Members see what is public of a registered organisation. The organisation itself "
              + "and registrars also see the file, and that reading is logged.")
  @APIResponseSchema(
      value = SubjectView.class,
      responseCode = "200",
      responseDescription = "The subject as it stands")
  public Response read(@PathParam("id") UUID id) {
    return answers.read(reader.read(SubjectKind.ORGANISATION, id));
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      operationId = "registryChangeOrganisation",
      summary = "Replace what an organisation is entered with",
      description = "Replaces names, type, tax code and province.")
  @APIResponseSchema(
      value = SubjectView.class,
      responseCode = "200",
      responseDescription = "The subject as it stands")
  public Response change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String version,
      @NotNull @Valid OrganisationRequest request) {
    desk.change(id, version, request);
    return answers.read(reader.read(SubjectKind.ORGANISATION, id));
  }

  @POST
  @Path("{id}/submissions")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      operationId = "registrySubmitRecordedOrganisation",
      summary = "An organisation that was only recorded asks to be registered",
      description =
          "RECORDED becomes SUBMITTED: the subject keeps its id and its history, and the "
              + "identity is verified next.")
  @APIResponseSchema(
      value = SubjectView.class,
      responseCode = "200",
      responseDescription = "The subject as it stands")
  public Response submitRecorded(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String version,
      @NotNull @Valid OrganisationRequest request) {
    return answers.changed(request, () -> desk.submitRecorded(id, version, request));
  }

  @POST
  @Path("{id}/verifications")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      operationId = "registryVerifyOrganisation",
      summary = "Note that the identity was checked",
      description =
          "By a registrar, from SUBMITTED to VERIFIED. What is kept is the method, the level "
              + "and the time, never a copy of a document.")
  @APIResponseSchema(
      value = SubjectView.class,
      responseCode = "200",
      responseDescription = "The subject as it stands")
  public Response verify(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String version,
      @NotNull @Valid VerificationRequest request) {
    return acts.verify(SubjectKind.ORGANISATION, id, version, request);
  }

  @POST
  @Path("{id}/registrations")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      operationId = "registryRegisterOrganisation",
      summary = "Register an organisation",
      description =
          "VERIFIED becomes REGISTERED, and members see the organisation from then on. All "
              + "but state bodies need a tax code.")
  @APIResponseSchema(
      value = SubjectView.class,
      responseCode = "200",
      responseDescription = "The subject as it stands")
  public Response register(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String version,
      @NotNull RegistrationRequest request) {
    return acts.register(SubjectKind.ORGANISATION, id, version, request);
  }

  @POST
  @Path("{id}/deactivations")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      operationId = "registryDeactivateOrganisation",
      summary = "Let a registration rest",
      description = "REGISTERED becomes INACTIVE. It can be taken up again.")
  @APIResponseSchema(
      value = SubjectView.class,
      responseCode = "200",
      responseDescription = "The subject as it stands")
  public Response deactivate(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String version,
      @NotNull @Valid ReasonRequest request) {
    return acts.deactivate(SubjectKind.ORGANISATION, id, version, request);
  }

  @POST
  @Path("{id}/reactivations")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      operationId = "registryReactivateOrganisation",
      summary = "Take a registration up again",
      description = "INACTIVE becomes REGISTERED again.")
  @APIResponseSchema(
      value = SubjectView.class,
      responseCode = "200",
      responseDescription = "The subject as it stands")
  public Response reactivate(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String version,
      @NotNull @Valid ReasonRequest request) {
    return acts.reactivate(SubjectKind.ORGANISATION, id, version, request);
  }

  @POST
  @Path("{id}/deregistrations")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      operationId = "registryDeregisterOrganisation",
      summary = "Take an organisation off the register",
      description =
          "Ends the registration for good. The id stays, because decisions may speak of it.")
  @APIResponseSchema(
      value = SubjectView.class,
      responseCode = "200",
      responseDescription = "The subject as it stands")
  public Response deregister(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String version,
      @NotNull @Valid ReasonRequest request) {
    return acts.deregister(SubjectKind.ORGANISATION, id, version, request);
  }
}
