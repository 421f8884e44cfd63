package vn.digitaltrust.deploy.conformance;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.digitaltrust.deploy.conformance.Contract.Operation;
import vn.digitaltrust.deploy.http.Http.Answer;

/**
 * What belongs to another is not there: who is let in to rows of their own is kept out of all
 * others, and no answer to a member holds a text that the journals told to others alone.
 */
final class OthersRule implements Rule {
  private static final int ROWS = 6;

  private final Door door;
  private final Witness witness;
  private final Requests requests;
  private final Ledger ledger;
  private final Table table;

  OthersRule(Door door, Witness witness, Requests requests, Ledger ledger, Table table) {
    this.door = door;
    this.witness = witness;
    this.requests = requests;
    this.ledger = ledger;
    this.table = table;
  }

  @Override
  public String sentence() {
    return "shows and does nothing to what belongs to another";
  }

  @Override
  public boolean concerns(Operation operation) {
    return operation.row().isPresent()
            && door.people().stream().anyMatch(it -> isKept(operation, it))
        || operation.method().equals("GET")
            && door.callers(operation).stream().anyMatch(Person::isMember);
  }

  /** Whether the table keeps them to rows of their own. */
  private boolean isKept(Operation operation, Person person) {
    return table.isForOwnRows(operation.toString(), person.role());
  }

  @Override
  public void tryOn(Operation operation) {
    Set<String> untried = new TreeSet<>();
    Set<String> tried = new TreeSet<>();
    for (Person person : door.callers(operation)) {
      boolean reads = operation.method().equals("GET") && person.isMember();
      int shown = reads ? veils(operation, person) : 0;
      if (isKept(operation, person)) {
        (keepsOut(operation, person) == 0 ? untried : tried).add(person.role());
      } else if (reads) {
        (shown == 0 ? untried : tried).add(person.role());
      }
    }
    untried.removeAll(tried);
    if (!untried.isEmpty()) {
      throw new AssertionError(
          "%s: there is no row of another that %s could be kept out of"
              .formatted(operation, untried));
    }
  }

  /** Rows of others, one after the other. */
  private int keepsOut(Operation operation, Person person) {
    List<String> paths =
        requests.paths(operation).stream()
            .filter(path -> isShut(operation, ledger.whose(operation, path), person))
            .limit(ROWS)
            .toList();
    for (String path : paths) {
      Call call = requests.documented(operation, person, path);
      witness.refused(
          "another's row",
          operation.takesHeader("If-Match") ? call.with("If-Match", "\"0\"") : call,
          403,
          404);
    }
    return paths.size();
  }

  /** What the public was told of is there to be read, and no more than that. */
  private static boolean isShut(Operation operation, Ledger.Whose whose, Person person) {
    boolean reads =
        operation.method().equals("GET") && operation.path().equals(operation.row().orElseThrow());
    return whose.isAnothers(person) && !(reads && whose.isPublic());
  }

  /** Every text of what a member is answered, about others and about itself. */
  private int veils(Operation operation, Person member) {
    int tries = 0;
    for (String path : others(operation, member)) {
      Call call = ledger.fromHereOn(requests.documented(operation, member, path));
      Answer answer = witness.send(operation.isList() ? call.asking("limit", "200") : call);
      if (answer.status() / 100 != 2) {
        continue;
      }
      tries++;
      Set<String> strange = ledger.strange(answer, member);
      if (!strange.isEmpty()) {
        throw new AssertionError(
            "%s%nshows what only others were told: %s".formatted(call, strange));
      }
    }
    return tries;
  }

  private List<String> others(Operation operation, Person member) {
    List<String> paths = requests.paths(operation);
    if (operation.row().isEmpty()) {
      return paths;
    }
    return Stream.of(true, false)
        .flatMap(
            another ->
                paths.stream()
                    .filter(path -> ledger.whose(operation, path).isAnothers(member) == another)
                    .limit(ROWS / 2))
        .toList();
  }
}
