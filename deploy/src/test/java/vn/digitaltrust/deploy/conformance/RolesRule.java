package vn.digitaltrust.deploy.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.digitaltrust.deploy.conformance.Contract.Operation;
import vn.digitaltrust.deploy.http.Http.Answer;

/**
 * Who may call what: exactly those that {@code x-roles} names, with every other role 403, and
 * nobody without a token. A listed role is let in, if only to rows of its own.
 */
final class RolesRule implements Rule {
  private static final int ROWS = 80;

  private final Door door;
  private final Witness witness;
  private final Requests requests;
  private final Map<String, Map<String, String>> table = new TreeMap<>();

  RolesRule(Door door, Witness witness, Requests requests) {
    this.door = door;
    this.witness = witness;
    this.requests = requests;
  }

  @Override
  public String sentence() {
    return "lets in the roles it names, and nobody else";
  }

  @Override
  public boolean concerns(Operation operation) {
    return true;
  }

  /** What was seen: by operation and role "yes", "own rows" or "no". */
  Map<String, Map<String, String>> table() {
    return table;
  }

  @Override
  public void tryOn(Operation operation) {
    List<String> paths = requests.paths(operation);
    Person anybody = door.people().get(0);
    Call call = harmless(operation, anybody, paths.get(0));
    if (operation.isOpen()) {
      int status = witness.send(call.as(null)).status();
      require(status != 401 && status != 403, operation + " is open to all and answers " + status);
      return;
    }
    witness.refused("nobody without a token", call.as(null), 401);
    witness.refused("nonsense for a token", call.as(null).with("Authorization", "Bearer no"), 401);
    Map<String, String> seen = new TreeMap<>();
    for (Person person : door.people()) {
      if (!operation.roles().contains(person.role())) {
        Call whole = requests.documented(operation, person, paths.get(0));
        witness.refused(
            "a role that is not named",
            operation.takesHeader("If-Match") ? whole.with("If-Match", "*") : whole,
            403);
        seen.put(person.role(), "no");
      } else {
        seen.merge(person.role(), letsIn(operation, person, paths), RolesRule::better);
      }
    }
    table.put(operation.toString(), seen);
    for (String role : operation.roles()) {
      require(seen.containsKey(role), "no sample identity holds the role " + role);
      require(
          !seen.get(role).equals("never"),
          "%s names the role %s and never lets it in".formatted(operation, role));
    }
  }

  private static String better(String one, String other) {
    List<String> order = List.of("yes", "own rows", "never");
    return order.get(Math.min(order.indexOf(one), order.indexOf(other)));
  }

  private String letsIn(Operation operation, Person person, List<String> paths) {
    List<Integer> statuses = new ArrayList<>();
    for (String path : paths.subList(0, Math.min(ROWS, paths.size()))) {
      Answer answer = witness.send(harmless(operation, person, path));
      statuses.add(answer.status());
      require(answer.status() != 401, "%s answers a token of %s 401".formatted(operation, person));
      if (answer.status() != 403 && answer.status() != 404) {
        break;
      }
    }
    if (statuses.stream().noneMatch(status -> status == 403 || status == 404)) {
      return "yes";
    }
    return statuses.stream().anyMatch(status -> status != 403 && status != 404)
        ? "own rows"
        : "never";
  }

  /**
   * A call that passes the door and changes nothing: without a version, or with a stray property.
   */
  private Call harmless(Operation operation, Person person, String path) {
    Call call = requests.documented(operation, person, path);
    boolean stopsLater = operation.method().equals("GET") || operation.takesHeader("If-Match");
    return stopsLater || call.body() == null
        ? call
        : call.saying(call.mediaType(), "{\"" + BodyRule.STRAY + "\":1}\n");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
