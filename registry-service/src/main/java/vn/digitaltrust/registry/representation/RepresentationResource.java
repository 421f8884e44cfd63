package vn.digitaltrust.registry.representation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.digitaltrust.door.Etag;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.journal.RetryKeys;
import vn.digitaltrust.vocabulary.Roles;

/** Records of representation over HTTP. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Representations", description = "Who speaks for whom, for what, from when to when")
@RolesAllowed({Roles.REGISTRAR, Roles.KOL, Roles.BUSINESS, Roles.PRESS, Roles.PLATFORM})
class RepresentationResource {
  private final RepresentationDesk desk;
  private final RepresentationReader reader;
  private final RetryKeys retryKeys;
  private final UriInfo uri;

  RepresentationResource(
      RepresentationDesk desk, RepresentationReader reader, RetryKeys retryKeys, UriInfo uri) {
    this.desk = desk;
    this.reader = reader;
    this.retryKeys = retryKeys;
    this.uri = uri;
  }

  @POST
  @Path("subjects/{subject}/representations")
  @Operation(
      operationId = "registryEnterRepresentation",
      summary = "Enter who speaks for this subject",
      description =
          "By either of the two or by a registrar. It counts once the represented or a registrar has"
              + " confirmed it, that of a guardian once a registrar has; who may confirm it confirms"
              + " it by entering it.")
  @APIResponseSchema(
      value = RepresentationView.class,
      responseCode = "201",
      responseDescription = "The record")
  public Response enter(
      @PathParam("subject") UUID subject, @NotNull @Valid RepresentationRequest request) {
    return retryKeys.once(
        request,
        () -> desk.enter(subject, request),
        id ->
            answer(
                Response.created(uri.getBaseUriBuilder().path("representations/{id}").build(id)),
                id));
  }

  @GET
  @Path("representations")
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.KOL,
    Roles.BUSINESS,
    Roles.PRESS,
    Roles.PLATFORM,
    Roles.AUDITOR
  })
  @Operation(
      operationId = "registryListRepresentations",
      summary = "List records of representation in the order of entry",
      description = "Registrars and auditors list all; everybody else those of their own.")
  public Page<RepresentationView> list(
      @Parameter(description = "Only those in which this subject has a part") @QueryParam("subject")
          UUID subject,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    return reader.list(subject, cursor, limit);
  }

  @GET
  @Path("representations/{id}")
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.KOL,
    Roles.BUSINESS,
    Roles.PRESS,
    Roles.PLATFORM,
    Roles.AUDITOR
  })
  @Operation(
      operationId = "registryReadRepresentation",
      summary = "Read a record of representation",
      description = "Registrars, auditors and the two parties read it; of others it is not there.")
  @APIResponseSchema(
      value = RepresentationView.class,
      responseCode = "200",
      responseDescription = "The record as it stands")
  public Response read(@PathParam("id") UUID id) {
    return answer(Response.ok(), id);
  }

  @POST
  @Path("representations/{id}/confirmations")
  @Operation(
      operationId = "registryConfirmRepresentation",
      summary = "Confirm that the representative may act",
      description = "By the represented or a registrar; that of a guardian by a registrar alone.")
  @APIResponseSchema(
      value = RepresentationView.class,
      responseCode = "200",
      responseDescription = "The record as it stands")
  public Response confirm(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String version,
      @NotNull @Valid ConfirmationRequest request) {
    return retryKeys.once(
        request, () -> desk.confirm(id, version), done -> answer(Response.ok(), done));
  }

  @POST
  @Path("representations/{id}/endings")
  @Operation(
      operationId = "registryEndRepresentation",
      summary = "End a record of representation",
      description = "By either of the two or by a registrar; now or later, never for the past.")
  @APIResponseSchema(
      value = RepresentationView.class,
      responseCode = "200",
      responseDescription = "The record as it stands")
  public Response end(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String version,
      @NotNull @Valid EndRequest request) {
    return retryKeys.once(
        request, () -> desk.end(id, version, request), done -> answer(Response.ok(), done));
  }

  @GET
  @Path("subjects/{subject}/speaking")
  @RolesAllowed(Roles.SERVICE)
  @Operation(
      operationId = "registryAskRepresentative",
      summary = "Whether one subject speaks for another now",
      description =
          "For the services of the suite. Under whichever ids after merges. If it does not, the"
              + " answer says why.")
  public SpeakingView ask(
      @PathParam("subject") UUID subject,
      @Parameter(required = true, description = "The id of the subject that wants to speak")
          @QueryParam("representative")
          UUID representative,
      @Parameter(required = true, description = "For what") @QueryParam("purpose") Purpose purpose,
      @Parameter(description = "In which case; counsel speaks in one alone")
          @QueryParam("case")
          @Pattern(regexp = "[A-Za-z0-9_-]{1,64}")
          String caseWord) {
    if (representative == null) {
      throw Refusal.invalid("representative", "representation.representative");
    }
    if (purpose == null) {
      throw Refusal.invalid("purpose", "representation.purpose");
    }
    return reader.ask(subject, representative, purpose, caseWord);
  }

  private Response answer(Response.ResponseBuilder builder, UUID id) {
    var view = reader.read(id);
    return builder.header("ETag", Etag.of(view.version())).entity(view).build();
  }
}
