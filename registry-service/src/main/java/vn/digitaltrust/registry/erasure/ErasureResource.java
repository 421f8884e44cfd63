package vn.digitaltrust.registry.erasure;

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
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.digitaltrust.door.Etag;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.door.TwoPeople;
import vn.digitaltrust.journal.RetryKeys;
import vn.digitaltrust.registry.subject.ReasonRequest;
import vn.digitaltrust.vocabulary.Roles;

/** Requests for erasures over HTTP. */
@Path("erasure-requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Erasures", description = "Asked for by one registrar, carried out by another")
@RolesAllowed(Roles.REGISTRAR)
class ErasureResource {
  private final ErasureDesk desk;
  private final AnswerDesk answers;
  private final ErasureReader reader;
  private final RetryKeys retryKeys;
  private final UriInfo uri;

  ErasureResource(
      ErasureDesk desk,
      AnswerDesk answers,
      ErasureReader reader,
      RetryKeys retryKeys,
      UriInfo uri) {
    this.desk = desk;
    this.answers = answers;
    this.reader = reader;
    this.retryKeys = retryKeys;
    this.uri = uri;
  }

  @POST
  @Operation(
      operationId = "registryRequestErasure",
      summary = "Ask for the erasure of a person's data",
      description =
          "From now on the names are not displayed. Every holder answers whether something has to be"
              + " kept; another registrar then carries it out.")
  @APIResponseSchema(
      value = ErasureView.class,
      responseCode = "201",
      responseDescription = "The request, waiting for answers and for another registrar")
  public Response request(@NotNull @Valid ErasureRequestBody request) {
    return retryKeys.once(
        request,
        () -> desk.request(request),
        id ->
            with(
                Response.created(uri.getBaseUriBuilder().path("erasure-requests/{id}").build(id)),
                reader.read(id)));
  }

  @GET
  @RolesAllowed({Roles.REGISTRAR, Roles.AUDITOR})
  @Operation(
      operationId = "registryListErasureRequests",
      summary = "List requests for erasures in the order of asking",
      description = "Each with the answers that it waits for, when they are due and overdue.")
  public Page<ErasureView> list(
      @QueryParam("status") TwoPeople.Status status,
      @QueryParam("subject") UUID subject,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    return reader.list(status, subject, cursor, limit);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.REGISTRAR, Roles.AUDITOR})
  @Operation(
      operationId = "registryReadErasureRequest",
      summary = "Read a request for an erasure",
      description =
          "Shows which holders have answered, which answers are missing, and until when they "
              + "are due.")
  @APIResponseSchema(
      value = ErasureView.class,
      responseCode = "200",
      responseDescription = "The request as it stands")
  public Response read(@PathParam("id") UUID id) {
    return with(Response.ok(), reader.read(id));
  }

  @POST
  @Path("{id}/approvals")
  @Operation(
      operationId = "registryApproveErasure",
      summary = "Carry the erasure out that another registrar asked for",
      description =
          "Names, particulars, accounts and the content of journal entries go; id, registration"
              + " number, reason and date stay. It cannot be undone. Every holder has to have"
              + " cleared it.")
  @APIResponseSchema(
      value = ErasureView.class,
      responseCode = "200",
      responseDescription = "The request as it stands")
  public Response approve(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String version,
      @NotNull @Valid ReasonRequest request) {
    return changed(request, () -> desk.approve(id, version, request));
  }

  @POST
  @Path("{id}/refusals")
  @Operation(
      operationId = "registryRefuseErasure",
      summary = "Refuse the erasure that another registrar asked for",
      description =
          "By another registrar than the one who asked, with reasons. The name is displayed "
              + "again.")
  @APIResponseSchema(
      value = ErasureView.class,
      responseCode = "200",
      responseDescription = "The request as it stands")
  public Response refuse(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String version,
      @NotNull @Valid ReasonRequest request) {
    return changed(request, () -> desk.refuse(id, version, request));
  }

  @POST
  @Path("{id}/withdrawals")
  @Operation(
      operationId = "registryTakeBackErasure",
      summary = "Take back the request for an erasure that one has made oneself",
      description =
          "Only by the registrar who asked, while the request is open. The name is displayed "
              + "again.")
  @APIResponseSchema(
      value = ErasureView.class,
      responseCode = "200",
      responseDescription = "The request as it stands")
  public Response takeBack(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String version,
      @NotNull @Valid ReasonRequest request) {
    return changed(request, () -> desk.takeBack(id, version, request));
  }

  @GET
  @Path("{id}/answer")
  @RolesAllowed(Roles.SERVICE)
  @Operation(
      operationId = "registryReadErasureAnswer",
      summary = "Read what this holder has answered",
      description = "Only with the token of a configured holder's own client.")
  @APIResponseSchema(
      value = AnswerView.class,
      responseCode = "200",
      responseDescription = "The answer as it stands")
  public Response readAnswer(@PathParam("id") UUID id) {
    return answered(id);
  }

  @PUT
  @Path("{id}/answer")
  @RolesAllowed(Roles.SERVICE)
  @Operation(
      operationId = "registryAnswerErasure",
      summary = "Answer whether something has to be kept",
      description =
          "Only with the token of a configured holder's own client, until the request is decided.")
  @APIResponseSchema(
      value = AnswerView.class,
      responseCode = "200",
      responseDescription = "The answer as it stands")
  public Response answer(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String version,
      @NotNull @Valid AnswerRequest request) {
    answers.answer(id, version, request);
    return answered(id);
  }

  private Response answered(UUID id) {
    var view = answers.read(id);
    return Response.ok(view).header("ETag", Etag.of(view.version())).build();
  }

  private Response changed(ReasonRequest request, Supplier<UUID> work) {
    return retryKeys.once(request, work, id -> with(Response.ok(), reader.read(id)));
  }

  private static Response with(Response.ResponseBuilder answer, ErasureView view) {
    return answer.header("ETag", Etag.of(view.version())).entity(view).build();
  }
}
