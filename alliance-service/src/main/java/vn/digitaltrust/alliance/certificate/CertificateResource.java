package vn.digitaltrust.alliance.certificate;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.digitaltrust.alliance.registry.Answer;
import vn.digitaltrust.alliance.registry.Registry;
import vn.digitaltrust.alliance.registry.RegistrySubject;
import vn.digitaltrust.door.Etag;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.journal.RetryKeys;
import vn.digitaltrust.vocabulary.Roles;

/** Certificates over HTTP. The registry is asked here, before any transaction begins. */
@Path("certificates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Certificates", description = "Influencer Trust: assessed, granted for twelve months")
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
class CertificateResource {
  private final CertificateDesk desk;
  private final Registry registry;
  private final RetryKeys retryKeys;
  private final UriInfo uri;

  CertificateResource(CertificateDesk desk, Registry registry, RetryKeys retryKeys, UriInfo uri) {
    this.desk = desk;
    this.registry = registry;
    this.retryKeys = retryKeys;
    this.uri = uri;
  }

  @POST
  @RolesAllowed(Roles.ASSESSOR)
  @Operation(
      operationId = "allianceGrantCertificate",
      summary = "Grant a certificate on an assessment",
      description =
          "For a registered KOL or KOC, for twelve months. A measure that is in force suspends it"
              + " from the outset.")
  @APIResponseSchema(
      value = CertificateView.class,
      responseCode = "201",
      responseDescription = "The certificate")
  public Response grant(@NotNull @Valid GrantRequest request) {
    Answer<RegistrySubject> subject = registry.ask(request.subject());
    return retryKeys.once(
        request,
        () -> desk.grant(request, subject),
        id ->
            with(
                Response.created(uri.getBaseUriBuilder().path("certificates/{id}").build(id)),
                desk.read(id)));
  }

  @GET
  @Operation(
      operationId = "allianceListCertificates",
      summary = "List certificates",
      description =
          "Oldest first, ended and withdrawn ones included. Merged subjects are found under each of"
              + " their ids.")
  public Page<CertificateView> list(
      @QueryParam("subject") UUID subject,
      @QueryParam("status") CertificateStatus status,
      @Parameter(description = "Only those that end before this instant") @QueryParam("endsBefore")
          String endsBefore,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    return desk.list(
        subject, status, Refusal.readingInstant("endsBefore", endsBefore), cursor, limit);
  }

  @GET
  @Path("{id}")
  @Operation(
      operationId = "allianceReadCertificate",
      summary = "Read a certificate",
      description =
          "Shows the status as of now and what pauses it. Scores are for the holder, "
              + "assessors, the alliance and auditors.")
  @APIResponseSchema(
      value = CertificateView.class,
      responseCode = "200",
      responseDescription = "The certificate as of now")
  public Response read(@PathParam("id") UUID id) {
    return with(Response.ok(), desk.read(id));
  }

  @GET
  @Path("by-number/{number}")
  @Operation(
      operationId = "allianceReadCertificateByNumber",
      summary = "Read a certificate by the number printed on it",
      description =
          "Case and blanks around it do not count. The check character is verified, so a slip of"
              + " the pen is told as one.")
  @APIResponseSchema(
      value = CertificateView.class,
      responseCode = "200",
      responseDescription = "The certificate as of now")
  public Response byNumber(
      @Parameter(schema = @Schema(type = SchemaType.STRING, pattern = "^IT-[0-9]{8}[0-9A-Z]$"))
          @PathParam("number")
          String number) {
    return with(Response.ok(), desk.byNumber(number));
  }

  private static Response with(Response.ResponseBuilder response, CertificateView view) {
    return response.header("ETag", Etag.of(view.version())).entity(view).build();
  }
}
