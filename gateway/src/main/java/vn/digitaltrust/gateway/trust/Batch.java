package vn.digitaltrust.gateway.trust;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
import vn.digitaltrust.gateway.door.Problem;
import vn.digitaltrust.gateway.door.Refusal;

/** GW-16: many checks in one request, each with its own status. */
@ApplicationScoped
class Batch {
  private static final Logger LOG = Logger.getLogger(Batch.class);

  /** The most checks of one request. */
  static final int MOST = 10_000;

  private final Checks checks;
  private final ObjectMapper mapper;

  Batch(Checks checks, ObjectMapper mapper) {
    this.checks = checks;
    this.mapper = mapper;
  }

  /**
   * The checks to be made.
   *
   * @param checks read one by one, so that one that is no good fails alone
   * @param activity and what follows: asked where a check itself does not say
   */
  @Schema(name = "GatewayBatchRequest")
  record Request(
      @Schema(implementation = CheckRequest[].class, minItems = 1, maxItems = MOST)
          List<JsonNode> checks,
      @Schema(nullable = true, examples = "LIVESTREAM_SELL") String activity,
      @Schema(nullable = true, examples = "ONLINE") String media,
      @Schema(nullable = true, examples = "2025:79") String territory,
      @Schema(nullable = true, examples = "COSMETICS") String productCategory,
      @Schema(nullable = true, examples = "2027-02-06T12:00:00Z") String at) {
    private CheckRequest common() {
      return new CheckRequest(
          null, null, null, null, null, activity, media, territory, productCategory, at);
    }
  }

  /** The answers, in the order of the checks. */
  @Schema(name = "GatewayBatchAnswer")
  record Answers(List<Item> results) {}

  /**
   * What became of one check.
   *
   * @param item its place in the request, from 1
   * @param check the answer, when the status is 200
   * @param problem what is wrong, otherwise
   */
  @Schema(name = "GatewayBatchItem", description = "Either check or problem is there")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      @Schema(examples = "1") int item,
      @Schema(examples = "200") int status,
      Answer check,
      Problem problem) {}

  /**
   * Makes the checks of a whole request.
   *
   * @throws Refusal when there are none or too many, or what is asked in common is no good
   */
  Answers answer(Request request, RoutingContext exchange) {
    checks.requireLoaded();
    if (request == null || request.checks() == null || request.checks().isEmpty()) {
      throw Refusal.invalid("checks", "check.none");
    }
    if (request.checks().size() > MOST) {
      throw Refusal.invalid("checks", "check.too-many", MOST);
    }
    CheckRequest common = request.common();
    checks.requireAskable(common);
    List<Item> results = new ArrayList<>(request.checks().size());
    for (JsonNode check : request.checks()) {
      results.add(item(results.size() + 1, exchange, () -> read(check).or(common)));
    }
    return new Answers(results);
  }

  /** Makes the check of one line. */
  Item line(int number, byte[] json, RoutingContext exchange) {
    return item(number, exchange, () -> present(mapper.readValue(json, CheckRequest.class)));
  }

  private CheckRequest read(JsonNode check) throws JsonProcessingException {
    return present(mapper.treeToValue(check, CheckRequest.class));
  }

  private static CheckRequest present(CheckRequest request) {
    if (request == null) {
      throw Refusal.malformed("malformed-request.detail");
    }
    return request;
  }

  private interface Reader {
    CheckRequest read() throws java.io.IOException;
  }

  private Item item(int number, RoutingContext exchange, Reader reader) {
    Problem problem;
    try {
      return new Item(number, 200, checks.answer(reader.read()), null);
    } catch (Refusal | java.io.IOException wrong) {
      problem = Problem.ofItem(wrong, exchange);
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "check %d of a batch failed", number);
      problem = Problem.ofItem(failure, exchange);
    }
    return new Item(number, problem.status(), null, problem);
  }
}
