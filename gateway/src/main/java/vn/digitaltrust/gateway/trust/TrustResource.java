package vn.digitaltrust.gateway.trust;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import vn.digitaltrust.door.Kind;
import vn.digitaltrust.gateway.door.Refusal;
import vn.digitaltrust.vocabulary.Roles;

/**
 * Trust checks for the API document, and the one way of batches in JSON. The two methods for single
 * checks only describe them: {@link CheckRoute} answers every GET and HEAD of their paths before.
 */
@Path("/trust/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trust checks")
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
public class TrustResource {
  static final String NDJSON = "application/x-ndjson";

  private static final String HELD =
      "The `ETag` of an answer that you have. While the check would say the same, 304 says so";

  private final Batch batch;

  TrustResource(Batch batch) {
    this.batch = batch;
  }

  /** Checks whose an account is and whether it may do what is asked. */
  @GET
  @Path("accounts")
  @Operation(
      operationId = "gatewayCheckAccount",
      summary = "Check an account",
      description =
          "Name the account in exactly one form: `platform` and `handle`, `platform` and `id`, or"
              + " `url`. Nobody is looked up at the platform: an address is read, never fetched."
              + " An unknown account is answered with 200 and `UNKNOWN`.")
  @APIResponse(
      responseCode = "200",
      description = "The verdict, what it rests on, and how fresh it is",
      content = @Content(schema = @Schema(implementation = Answer.class)))
  @APIResponse(
      responseCode = "304",
      description =
          "The check says what the answer of the tag in `If-None-Match` says. It is a check of its"
              + " own all the same: its id, its time and its freshness are in the headers",
      headers = {
        @Header(
            name = Evidence.CHECK_ID,
            schema = @Schema(implementation = String.class, format = "uuid")),
        @Header(
            name = Evidence.AT,
            schema = @Schema(implementation = String.class, format = "date-time")),
        @Header(
            name = Evidence.AS_OF,
            description = "Each journal's position and age, a structured dictionary (RFC 9651)",
            schema = @Schema(implementation = String.class))
      })
  public Answer account(
      @BeanParam AccountQuery query,
      @Parameter(description = HELD) @HeaderParam("If-None-Match") String held) {
    throw answeredBefore();
  }

  /** Checks a KOL by the registration number. */
  @GET
  @Path("kols/{registrationNumber}")
  @Operation(
      operationId = "gatewayCheckKol",
      summary = "Check a KOL by registration number",
      description =
          "The number's check character is verified first: a mistyped number is refused with 400"
              + " and never answered with `UNKNOWN`.")
  @APIResponse(
      responseCode = "200",
      description = "The verdict, what it rests on, and how fresh it is",
      content = @Content(schema = @Schema(implementation = Answer.class)))
  @APIResponse(
      responseCode = "304",
      description =
          "The check says what the answer of the tag in `If-None-Match` says. It is a check of its"
              + " own all the same: its id, its time and its freshness are in the headers",
      headers = {
        @Header(
            name = Evidence.CHECK_ID,
            schema = @Schema(implementation = String.class, format = "uuid")),
        @Header(
            name = Evidence.AT,
            schema = @Schema(implementation = String.class, format = "date-time")),
        @Header(
            name = Evidence.AS_OF,
            description = "Each journal's position and age, a structured dictionary (RFC 9651)",
            schema = @Schema(implementation = String.class))
      })
  public Answer kol(
      @Parameter(
              example = "KOL-100000011",
              schema = @Schema(type = SchemaType.STRING, pattern = "^KOL-[0-9]{8,18}[0-9A-Z]$"))
          @PathParam("registrationNumber")
          String registrationNumber,
      @BeanParam AskedQuery query,
      @Parameter(description = HELD) @HeaderParam("If-None-Match") String held) {
    throw answeredBefore();
  }

  private static IllegalStateException answeredBefore() {
    return new IllegalStateException("CheckRoute let a check through that it must answer");
  }

  /** Makes many checks; each has its own status. Lines are taken by {@link BatchRoute} before. */
  @POST
  @Path("checks")
  @Consumes(MediaType.APPLICATION_JSON)
  @Blocking
  @ResponseHeader(name = "Cache-Control", value = Evidence.NOT_KEPT)
  @Operation(
      operationId = "gatewayCheckMany",
      summary = "Make up to 10,000 checks at once",
      description =
          "Each check has its own status: one that is no good fails alone. Send JSON and get JSON,"
              + " or send one check per line as `application/x-ndjson` and get one result per line"
              + " while you are still sending. A result names its line by the number that it has in"
              + " the body: blank lines count, but have no result. At most 4 MiB; while too many"
              + " batches in JSON are being answered, 503 says when to come back. A batch takes one"
              + " request and as many checks as it has items off your plan. A batch in JSON gets"
              + " all or none: with 429 none was answered. When your plan runs out among lines, the"
              + " last line is an item with the status 429 that says how many were answered.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Batch.Request.class)),
        @Content(mediaType = NDJSON, schema = @Schema(implementation = CheckRequest.class))
      })
  @APIResponse(
      responseCode = "200",
      description = "One result per check, in the same order",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Batch.Answers.class)),
        @Content(mediaType = NDJSON, schema = @Schema(implementation = Batch.Item.class))
      })
  public StreamingOutput many(InputStream body, @Context RoutingContext exchange) {
    Queries.requireOnly(Queries.BATCH, exchange.queryParams());
    if (exchange.request().getHeader(HttpHeaders.CONTENT_TYPE) == null) {
      throw Refusal.of(Kind.UNSUPPORTED_MEDIA_TYPE); // the framework takes it for JSON
    }
    return out -> batch.answer(body, out, exchange);
  }
}
