package vn.digitaltrust.deploy.conformance;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.digitaltrust.deploy.conformance.Contract.Operation;
import vn.digitaltrust.deploy.http.Http.Answer;

/**
 * Who may call what: exactly those that {@code x-roles} names, with every other role 403, and
 * nobody without a token. A listed role is let in, if only to rows of its own; and what was seen is
 * what the {@link Table} says.
 */
final class RolesRule implements Rule {
  private static final int ROWS = 80;
  private static final String NEVER = "never";

  private final Door door;
  private final Witness witness;
  private final Requests requests;
  private final Ledger ledger;
  private final Table table;
  private final Map<String, Map<String, String>> seen = new LinkedHashMap<>();

  RolesRule(Door door, Witness witness, Requests requests, Ledger ledger, Table table) {
    this.door = door;
    this.witness = witness;
    this.requests = requests;
    this.ledger = ledger;
    this.table = table;
  }

  @Override
  public String sentence() {
    return "lets in the roles it names, and nobody else";
  }

  @Override
  public boolean concerns(Operation operation) {
    return true;
  }

  /** What was seen, by operation and role. */
  Map<String, Map<String, String>> seen() {
    return seen;
  }

  @Override
  public void tryOn(Operation operation) {
    Map<String, String> allowed = new TreeMap<>();
    seen.put(operation.toString(), allowed);
    List<String> paths = requests.paths(operation);
    Call call = harmless(operation, door.people().get(0), paths.get(0));
    if (operation.isOpen()) {
      int status = witness.send(call.as(null)).status();
      require(status != 401 && status != 403, operation + " is open to all and answers " + status);
      door.people().forEach(person -> allowed.put(person.role(), Table.OPEN));
    } else {
      witness.refused("nobody without a token", call.as(null), 401);
      witness.refused(
          "nonsense for a token", call.as(null).with("Authorization", "Bearer no"), 401);
      witness.refused("dots for a token", call.as(null).with("Authorization", "Bearer ..."), 401);
      everybody(operation, paths, allowed);
    }
    table
        .difference(operation.toString(), allowed)
        .ifPresent(
            difference -> {
              throw new AssertionError(difference);
            });
  }

  private void everybody(Operation operation, List<String> paths, Map<String, String> allowed) {
    Set<String> refused = new HashSet<>();
    for (Person person : door.people()) {
      String role = person.role();
      if (operation.roles().contains(role)) {
        if (!Table.YES.equals(allowed.get(role))) {
          allowed.merge(role, letsIn(operation, person, paths), RolesRule::better);
        }
      } else if (refused.add(role)) {
        Call whole = requests.documented(operation, person, paths.get(0));
        witness.refused(
            "a role that is not named",
            operation.takesHeader("If-Match") ? whole.with("If-Match", "\"0\"") : whole,
            403);
      }
    }
    for (String role : operation.roles()) {
      require(allowed.containsKey(role), "no sample identity holds the role " + role);
      require(
          !allowed.get(role).equals(NEVER),
          "%s names the role %s and never lets it in".formatted(operation, role));
    }
  }

  private static String better(String one, String other) {
    List<String> order = List.of(Table.YES, Table.OWN, NEVER);
    return order.get(Math.min(order.indexOf(one), order.indexOf(other)));
  }

  /** Tried on a secret and on a public thing of others, and then on all until one lets them in. */
  private String letsIn(Operation operation, Person person, List<String> paths) {
    Set<String> tried = new LinkedHashSet<>();
    if (operation.row().isPresent()) {
      for (boolean isPublic : List.of(false, true)) {
        paths.stream()
            .filter(path -> isAnothers(ledger.whose(operation, path), person, isPublic))
            .findFirst()
            .ifPresent(tried::add);
      }
    }
    int sure = tried.size();
    tried.addAll(paths.subList(0, Math.min(ROWS, paths.size())));
    int tries = 0;
    boolean in = false;
    boolean out = false;
    for (String path : tried) {
      if (in && tries >= sure) {
        break;
      }
      tries++;
      Answer answer = witness.send(harmless(operation, person, path));
      require(answer.status() != 401, "%s answers a token of %s 401".formatted(operation, person));
      boolean refused = answer.status() == 403 || answer.status() == 404;
      in |= !refused;
      out |= refused;
    }
    return in ? out ? Table.OWN : Table.YES : NEVER;
  }

  private static boolean isAnothers(Ledger.Whose whose, Person person, boolean isPublic) {
    return whose.isPublic() == isPublic && whose.isAnothers(person);
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
