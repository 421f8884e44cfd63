package vn.digitaltrust.gateway.trust;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.gateway.door.Problem;

/** GW-16: many checks in one request, each with its own status. */
final class Batch {
  static final int MOST = 10_000;

  private Batch() {}

  /**
   * The checks to be made.
   *
   * @param checks read one by one, so that one that is no good fails alone
   */
  @Schema(name = "GatewayBatchRequest")
  record Request(
      @Schema(implementation = CheckRequest[].class, maxItems = MOST) List<JsonNode> checks) {}

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
  @Schema(name = "GatewayBatchItem")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      int item,
      int status,
      @JsonInclude(JsonInclude.Include.NON_NULL) Answer check,
      Problem problem) {}
}
