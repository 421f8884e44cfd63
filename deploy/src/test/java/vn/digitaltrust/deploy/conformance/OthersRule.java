package vn.digitaltrust.deploy.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.digitaltrust.deploy.conformance.Contract.Operation;
import vn.digitaltrust.deploy.http.Http.Answer;

/**
 * What no journal ever told the public is nobody's but its parties': to every other member it is
 * not there, in no list and under no address.
 */
final class OthersRule implements Rule {
  private static final int ROWS = 6;

  private final Door door;
  private final Witness witness;
  private final Requests requests;
  private final Ledger ledger;

  OthersRule(Door door, Witness witness, Requests requests, Ledger ledger) {
    this.door = door;
    this.witness = witness;
    this.requests = requests;
    this.ledger = ledger;
  }

  @Override
  public String sentence() {
    return "shows and does nothing to what belongs to another member";
  }

  @Override
  public boolean concerns(Operation operation) {
    return (operation.isList() || operation.row().isPresent())
        && !door.holding(operation.roles()).stream().filter(Person::isMember).toList().isEmpty();
  }

  @Override
  public void tryOn(Operation operation) {
    Map<String, Ledger.Row> hidden = hidden(operation.service());
    for (Person member : door.holding(operation.roles())) {
      if (!member.isMember()) {
        continue;
      }
      if (operation.row().isPresent()) {
        requests.paths(operation).stream()
            .filter(path -> isAnothers(hidden.get(id(operation, path)), member))
            .limit(ROWS)
            .forEach(path -> keepsOut(operation, member, path));
      } else {
        hides(operation, member, hidden);
      }
    }
  }

  /** A thing may be told in two parts, one public and one not: then it is no secret. */
  private Map<String, Ledger.Row> hidden(String service) {
    Set<String> known =
        ledger.rows(service).stream()
            .filter(Ledger.Row::isPublic)
            .map(Ledger.Row::id)
            .collect(Collectors.toSet());
    return ledger.rows(service).stream()
        .filter(row -> !known.contains(row.id()))
        .collect(Collectors.toMap(Ledger.Row::id, row -> row, (one, other) -> one));
  }

  private static String id(Operation operation, String path) {
    return path.split("/")[operation.row().orElseThrow().split("/").length - 1];
  }

  private static boolean isAnothers(Ledger.Row row, Person member) {
    return row != null && member.ids().stream().noneMatch(row.parties()::contains);
  }

  private void keepsOut(Operation operation, Person member, String path) {
    Call call = requests.documented(operation, member, path);
    witness.refused(
        "another's row",
        operation.takesHeader("If-Match") ? call.with("If-Match", "\"0\"") : call,
        403,
        404);
  }

  private void hides(Operation operation, Person member, Map<String, Ledger.Row> hidden) {
    Call call = requests.documented(operation, member, operation.path());
    Answer page = witness.send(call.asking("limit", "200"));
    for (JsonNode item : page.json().path("items")) {
      if (isAnothers(hidden.get(item.path("id").asText()), member)) {
        throw new AssertionError(
            "%s shows %s a row of somebody else: %s".formatted(call, member.name(), item));
      }
    }
    if (!Set.of(200, 400).contains(page.status())) {
      throw new AssertionError(call + " answers " + page.status());
    }
  }
}
