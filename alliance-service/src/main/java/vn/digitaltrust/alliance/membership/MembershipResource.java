package vn.digitaltrust.alliance.membership;

import io.smallrye.common.annotation.Blocking;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.digitaltrust.alliance.registry.Answer;
import vn.digitaltrust.alliance.registry.Registry;
import vn.digitaltrust.alliance.registry.RegistrySubject;
import vn.digitaltrust.alliance.sanctions.Measure;
import vn.digitaltrust.alliance.sanctions.Sanctions;
import vn.digitaltrust.door.Etag;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.journal.RetryKeys;
import vn.digitaltrust.vocabulary.Roles;

/** Membership over HTTP. The neighbours are asked here, before any transaction begins. */
@Path("memberships")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Memberships", description = "Who is, was or wants to be a member of the alliance")
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
class MembershipResource {
  private final MembershipDesk desk;
  private final Applicants applicants;
  private final Registry registry;
  private final Sanctions sanctions;
  private final RetryKeys retryKeys;
  private final UriInfo uri;

  MembershipResource(
      MembershipDesk desk,
      Applicants applicants,
      Registry registry,
      Sanctions sanctions,
      RetryKeys retryKeys,
      UriInfo uri) {
    this.desk = desk;
    this.applicants = applicants;
    this.registry = registry;
    this.sanctions = sanctions;
    this.retryKeys = retryKeys;
    this.uri = uri;
  }

  @POST
  @RolesAllowed({Roles.KOL, Roles.BUSINESS, Roles.PRESS, Roles.PLATFORM, Roles.ALLIANCE_ADMIN})
  @Operation(
      operationId = "allianceApply",
      summary = "Apply for membership",
      description =
          "For oneself, which accepts the code of conduct; or for another as its representative or as"
              + " an admin of the alliance, with the proof of the subject's own acceptance. The code"
              + " must be the one in force.")
  @APIResponseSchema(
      value = MembershipView.class,
      responseCode = "201",
      responseDescription = "The application, waiting for a decision")
  public Response apply(@NotNull @Valid ApplicationRequest request) {
    applicants.requireMayApplyFor(request.subject());
    Answer<RegistrySubject> subject = registry.ask(request.subject());
    return retryKeys.once(request, () -> desk.apply(request, subject), this::created);
  }

  @GET
  @Operation(
      operationId = "allianceListMemberships",
      summary = "List memberships",
      description =
          "Oldest application first. Applications are listed only for those whom they concern; merged"
              + " subjects are found under each of their ids.")
  public Page<MembershipView> list(
      @QueryParam("subject") UUID subject,
      @QueryParam("status") MembershipStatus status,
      @Parameter(
              description =
                  "Only those applied for before this instant, of those whose application you may see")
          @QueryParam("appliedBefore")
          String appliedBefore,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    return desk.list(
        subject, status, Refusal.readingInstant("appliedBefore", appliedBefore), cursor, limit);
  }

  @GET
  @Path("{id}")
  @Operation(
      operationId = "allianceReadMembership",
      summary = "Read a membership",
      description =
          "Members see the standing. The application, its reasons and its acceptance are for "
              + "the applicant and the alliance.")
  @APIResponseSchema(
      value = MembershipView.class,
      responseCode = "200",
      responseDescription = "The membership as of now")
  public Response read(@PathParam("id") UUID id) {
    return with(Response.ok(), desk.read(id));
  }

  @POST
  @Path("{id}/admissions/requests")
  @RolesAllowed(Roles.ALLIANCE_ADMIN)
  @Operation(
      operationId = "allianceRequestAdmission",
      summary = "Ask for the admission of an applicant (ALL-80)",
      description = "Another admin approves it, or refuses the applicant.")
  @APIResponseSchema(
      value = MembershipView.class,
      responseCode = "201",
      responseDescription = "The application, waiting for another admin")
  public Response ask(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid AdmissionRequest request) {
    return retryKeys.once(request, () -> desk.ask(id, ifMatch, request), this::created);
  }

  @POST
  @Path("{id}/admissions/approvals")
  @RolesAllowed(Roles.ALLIANCE_ADMIN)
  @Operation(
      operationId = "allianceAdmit",
      summary = "Admit an applicant whose admission another admin asked for (ALL-80)",
      description =
          "Registry and sanctions are asked first. Nobody admits themselves or whom they applied for,"
              + " and nobody is admitted while an exclusion is in force.")
  @APIResponseSchema(
      value = MembershipView.class,
      responseCode = "201",
      responseDescription = "The membership")
  public Response admit(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid AdmissionRequest request) {
    UUID subject = desk.subjectOf(id);
    Answer<RegistrySubject> registered = registry.ask(subject);
    Answer<List<Measure>> measures = sanctions.measures(subject);
    return retryKeys.once(
        request, () -> desk.admit(id, ifMatch, request, registered, measures), this::created);
  }

  @POST
  @Path("{id}/admissions/refusals")
  @RolesAllowed(Roles.ALLIANCE_ADMIN)
  @Operation(
      operationId = "allianceRefuse",
      summary = "Refuse an applicant, with reasons",
      description = "Not by whoever asked for the admission or entered the application.")
  @APIResponseSchema(
      value = MembershipView.class,
      responseCode = "201",
      responseDescription = "The refused application")
  public Response refuse(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid RefusalRequest request) {
    return retryKeys.once(request, () -> desk.refuse(id, ifMatch, request), this::created);
  }

  @POST
  @Path("{id}/admissions/withdrawals")
  @RolesAllowed(Roles.ALLIANCE_ADMIN)
  @Operation(
      operationId = "allianceTakeBackAdmission",
      summary = "Take back the request for an admission that one has made oneself",
      description = "The application goes on waiting.")
  @APIResponseSchema(
      value = MembershipView.class,
      responseCode = "201",
      responseDescription = "The application")
  public Response takeBack(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid AdmissionRequest request) {
    return retryKeys.once(request, () -> desk.takeBack(id, ifMatch, request), this::created);
  }

  @POST
  @Path("{id}/departures")
  @RolesAllowed({Roles.KOL, Roles.BUSINESS, Roles.PRESS, Roles.PLATFORM, Roles.ALLIANCE_ADMIN})
  @Operation(
      operationId = "allianceDepart",
      summary = "Leave the alliance, or take an application back",
      description = "By the member or the applicant itself. The rights of a member end at once.")
  @APIResponseSchema(
      value = MembershipView.class,
      responseCode = "201",
      responseDescription = "The membership that was left")
  public Response depart(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid DepartureRequest request) {
    return retryKeys.once(request, () -> desk.depart(id, ifMatch), this::created);
  }

  private Response created(UUID id) {
    return with(
        Response.created(uri.getBaseUriBuilder().path("memberships/{id}").build(id)),
        desk.read(id));
  }

  private static Response with(Response.ResponseBuilder response, MembershipView view) {
    return response.header("ETag", Etag.of(view.version())).entity(view).build();
  }
}
