package vn.digitaltrust.sanctions.casefile;

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
import java.net.URI;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.digitaltrust.door.Etag;
import vn.digitaltrust.journal.RetryKeys;
import vn.digitaltrust.sanctions.registry.Purpose;
import vn.digitaltrust.vocabulary.Roles;

/** What is done to a case. Each answer is the case as it stands then, with its new version. */
@Path("cases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
class CaseActsResource {
  private final CaseDesk desk;
  private final CaseReader reader;
  private final Spokesmen spokesmen;
  private final RetryKeys retryKeys;

  CaseActsResource(CaseDesk desk, CaseReader reader, Spokesmen spokesmen, RetryKeys retryKeys) {
    this.desk = desk;
    this.reader = reader;
    this.spokesmen = spokesmen;
    this.retryKeys = retryKeys;
  }

  @POST
  @Path("{id}/notices")
  @RolesAllowed(Roles.CASE_OFFICER)
  @Operation(
      operationId = "sanctionsNotify",
      summary = "Notify the subject of allegations and evidence (SAN-11)",
      description =
          "The subject has at least 5 working days to respond from then on. A second notice "
              + "adds allegations and opens a new window.")
  @APIResponseSchema(
      value = CaseView.class,
      responseCode = "201",
      responseDescription = "Done: the resource as it stands now")
  public Response notices(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid NoticeRequest request) {
    return once(request, () -> desk.notify(id, ifMatch, request));
  }

  @POST
  @Path("{id}/responses")
  @RolesAllowed({Roles.KOL, Roles.BUSINESS, Roles.PRESS, Roles.PLATFORM})
  @Operation(
      operationId = "sanctionsRespond",
      summary = "The subject responds; only a final response closes the window early (SAN-12)",
      description =
          "Or its representative. The text is for the officers; the statement is shown beside any "
              + "measure that follows. Of two guardians both have to declare theirs final.")
  @APIResponseSchema(
      value = CaseView.class,
      responseCode = "201",
      responseDescription = "Done: the resource as it stands now")
  public Response responses(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid SubjectResponseRequest request) {
    spokesmen.ask(id, Purpose.RESPOND);
    return once(request, () -> desk.respond(id, ifMatch, request));
  }

  @POST
  @Path("{id}/proposals")
  @RolesAllowed(Roles.CASE_OFFICER)
  @Operation(
      operationId = "sanctionsPropose",
      summary = "Propose measures once the response window has closed (SAN-13)",
      description =
          "Names the measures, each with a ground and an end or a day of review. Somebody "
              + "else decides.")
  @APIResponseSchema(
      value = CaseView.class,
      responseCode = "201",
      responseDescription = "Done: the resource as it stands now")
  public Response proposals(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid ProposalRequest request) {
    return once(request, () -> desk.propose(id, ifMatch, request));
  }

  @POST
  @Path("{id}/decisions")
  @RolesAllowed(Roles.DECISION_MAKER)
  @Operation(
      operationId = "sanctionsDecide",
      summary = "Approve, return or dismiss a proposal of somebody else (SAN-20, SAN-21)",
      description =
          "APPROVED imposes the measures, RETURNED asks for a better proposal, DISMISSED ends "
              + "the case without measures.")
  @APIResponseSchema(
      value = CaseView.class,
      responseCode = "201",
      responseDescription = "Done: the resource as it stands now")
  public Response decisions(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid DecisionRequest request) {
    return once(request, () -> desk.decide(id, ifMatch, request));
  }

  @POST
  @Path("{id}/interim-measures")
  @RolesAllowed(Roles.DECISION_MAKER)
  @Operation(
      operationId = "sanctionsImposeInterim",
      summary = "Impose an urgent measure for at most 10 working days (SAN-52)",
      description =
          "For what cannot wait for the decision, with the urgency stated. The measure lapses "
              + "by itself.")
  @APIResponseSchema(
      value = CaseView.class,
      responseCode = "201",
      responseDescription = "Done: the resource as it stands now")
  public Response interimMeasures(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid InterimRequest request) {
    return once(request, () -> desk.imposeInterim(id, ifMatch, request));
  }

  @POST
  @Path("{id}/interests")
  @RolesAllowed({Roles.CASE_OFFICER, Roles.DECISION_MAKER, Roles.APPEAL_PANEL})
  @Operation(
      operationId = "sanctionsDeclareInterest",
      summary = "Declare an interest of one's own and step aside (SAN-22)",
      description =
          "Whoever has declared an interest does nothing more in this case. It cannot be "
              + "taken back.")
  @APIResponseSchema(
      value = CaseView.class,
      responseCode = "201",
      responseDescription = "Done: the resource as it stands now")
  public Response interests(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid InterestRequest request) {
    return once(request, () -> desk.declareInterest(id, ifMatch, request));
  }

  @POST
  @Path("{id}/withdrawals")
  @RolesAllowed(Roles.CASE_OFFICER)
  @Operation(
      operationId = "sanctionsWithdrawCase",
      summary = "Withdraw a case that nothing came of (SAN-15)",
      description =
          "Before a decision, with reasons. It leaves no measure, and its interim measures "
              + "are lifted.")
  @APIResponseSchema(
      value = CaseView.class,
      responseCode = "201",
      responseDescription = "Done: the resource as it stands now")
  public Response withdrawals(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid ReasonsRequest request) {
    return once(request, () -> desk.withdraw(id, ifMatch, request));
  }

  @POST
  @Path("{id}/closures")
  @RolesAllowed(Roles.CASE_OFFICER)
  @Operation(
      operationId = "sanctionsCloseCase",
      summary = "Close the file after the term of appeal or the ruling (SAN-16)",
      description =
          "Nothing more happens to the case afterwards. Its measures go on until they end by "
              + "themselves.")
  @APIResponseSchema(
      value = CaseView.class,
      responseCode = "201",
      responseDescription = "Done: the resource as it stands now")
  public Response closures(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid ReasonsRequest request) {
    return once(request, () -> desk.close(id, ifMatch, request));
  }

  private Response once(Object request, Supplier<UUID> work) {
    return retryKeys.once(request, work, done -> created(reader.read(done)));
  }

  static Response created(CaseView view) {
    // Below /sanctions/v1, as all addresses that a service gives for what it made.
    return Response.created(URI.create("cases/" + view.id()))
        .entity(view)
        .header("ETag", Etag.of(view.version()))
        .build();
  }
}
