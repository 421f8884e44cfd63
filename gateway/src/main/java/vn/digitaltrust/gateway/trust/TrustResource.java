package vn.digitaltrust.gateway.trust;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import vn.digitaltrust.gateway.access.Roles;
import vn.digitaltrust.gateway.door.Problem;
import vn.digitaltrust.gateway.door.Refusal;

/** Trust checks, answered from memory. */
@Path("/trust/v1")
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
  private static final Logger LOG = Logger.getLogger(TrustResource.class);
  private static final String NDJSON = "application/x-ndjson";

  private final Checks checks;
  private final ObjectMapper mapper;

  TrustResource(Checks checks, ObjectMapper mapper) {
    this.checks = checks;
    this.mapper = mapper;
  }

  /** Checks whose an account is and whether it may do what is asked. */
  @GET
  @Path("accounts")
  @Produces(MediaType.APPLICATION_JSON)
  @NonBlocking
  @Operation(
      operationId = "gatewayCheckAccount",
      summary = "Check an account by platform and handle, by platform and id, or by url")
  public Answer account(@BeanParam AccountQuery query, @Context UriInfo uri) {
    Queries.requireOnly(Queries.ACCOUNT, uri);
    return checks.answer(query.request());
  }

  /** Checks a KOL by the registration number. */
  @GET
  @Path("kols/{registrationNumber}")
  @Produces(MediaType.APPLICATION_JSON)
  @NonBlocking
  @Operation(operationId = "gatewayCheckKol", summary = "Check a KOL by registration number")
  public Answer kol(
      @PathParam("registrationNumber") String registrationNumber,
      @BeanParam AskedQuery query,
      @Context UriInfo uri) {
    Queries.requireOnly(Queries.ASKED, uri);
    return checks.answer(query.request(registrationNumber));
  }

  /** Makes many checks; each has its own status. */
  @POST
  @Path("checks")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Blocking
  @Operation(
      operationId = "gatewayCheckMany",
      summary = "Make up to 10,000 checks; one that is no good fails alone")
  public Batch.Answers many(Batch.Request request, @Context RoutingContext exchange) {
    checks.requireLoaded();
    if (request == null || request.checks() == null || request.checks().isEmpty()) {
      throw Refusal.invalid("checks", "check.none");
    }
    if (request.checks().size() > Batch.MOST) {
      throw Refusal.invalid("checks", "check.too-many", Batch.MOST);
    }
    List<Batch.Item> results = new ArrayList<>(request.checks().size());
    for (JsonNode check : request.checks()) {
      results.add(item(results.size() + 1, () -> read(check), exchange));
    }
    return new Batch.Answers(results);
  }

  /** Makes many checks, one a line; each has its own status. */
  @POST
  @Path("checks")
  @Consumes(NDJSON)
  @Produces(NDJSON)
  @Blocking
  @Operation(hidden = true)
  public String lines(String body, @Context RoutingContext exchange)
      throws JsonProcessingException {
    checks.requireLoaded();
    List<String> lines =
        body.lines().filter(line -> !line.isBlank()).limit(Batch.MOST + 1L).toList();
    if (lines.isEmpty()) {
      throw Refusal.invalid("checks", "check.none");
    }
    if (lines.size() > Batch.MOST) {
      throw Refusal.invalid("checks", "check.too-many", Batch.MOST);
    }
    StringBuilder answers = new StringBuilder(lines.size() * 512);
    int number = 0;
    for (String line : lines) {
      number++;
      Batch.Item item = item(number, () -> mapper.readValue(line, CheckRequest.class), exchange);
      answers.append(mapper.writeValueAsString(item)).append('\n');
    }
    return answers.toString();
  }

  private interface Reader {
    CheckRequest read() throws JsonProcessingException;
  }

  private CheckRequest read(JsonNode check) throws JsonProcessingException {
    return mapper.treeToValue(check, CheckRequest.class);
  }

  private Batch.Item item(int number, Reader reader, RoutingContext exchange) {
    Problem problem;
    try {
      CheckRequest request = reader.read();
      if (request == null) {
        throw Refusal.invalid("url", "check.one-form");
      }
      return new Batch.Item(number, 200, checks.answer(request), null);
    } catch (Refusal | JsonProcessingException wrong) {
      problem = Problem.ofItem(wrong, exchange);
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "check %d of a batch failed", number);
      problem = Problem.ofItem(failure, exchange);
    }
    return new Batch.Item(number, problem.status(), null, problem);
  }
}
