package vn.digitaltrust.deploy.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.digitaltrust.deploy.conformance.Contract.Operation;

/** The conventions of the API, as rules that are tried on every operation of its document. */
final class Conformance {
  private final Contract contract;
  private final Rehearsal rehearsal;
  private final RolesRule roles;
  private final List<Rule> rules;

  /**
   * Of the API behind a door.
   *
   * @param realm all roles that there are
   * @param ledger begun before anything was made that the walk is to find
   */
  Conformance(Door door, Contract contract, Ledger ledger, Set<String> realm) {
    this.contract = contract;
    Witness witness = new Witness(door);
    Known known = new Known(door, contract, ledger);
    Requests requests =
        new Requests(known, new Examples(contract, known, contract.examplesWrittenOn()));
    this.rehearsal = new Rehearsal(door, witness, requests, ledger);
    this.roles = new RolesRule(door, witness, requests);
    this.rules =
        List.of(
            new DeclaredRule(realm, requests),
            new SuccessRule(door, witness, requests, rehearsal),
            roles,
            new OthersRule(door, witness, requests, ledger),
            new BodyRule(door, witness, requests),
            new FormRule(door, witness, requests),
            new LanguageRule(door, witness, requests),
            new ListRule(door, witness, requests),
            new VersionRule(door, witness, requests),
            new KeyRule(door, witness, requests),
            new RetryRule(rehearsal, ledger),
            new SilenceRule(witness, ledger));
    ledger.readOn();
  }

  /** Makes every change once; before the rules are tried, for some look at what came of it. */
  void rehearse() {
    rehearsal.play(contract.operations());
  }

  /** The rules that say something about an operation, in the order in which to try them. */
  List<Rule> rules(Operation operation) {
    return rules.stream().filter(rule -> rule.concerns(operation)).toList();
  }

  /** Writes down who was let in where, for people to read. */
  void writeTable(Path file) throws IOException {
    Set<String> columns = new java.util.TreeSet<>();
    roles.table().values().forEach(row -> columns.addAll(row.keySet()));
    List<String> lines = new ArrayList<>();
    lines.add("| Operation | " + String.join(" | ", columns) + " |");
    lines.add("|---|" + "---|".repeat(columns.size()));
    for (Operation operation : contract.operations()) {
      Map<String, String> seen = roles.table().getOrDefault(operation.toString(), Map.of());
      StringBuilder line = new StringBuilder("| `" + operation + "` |");
      columns.forEach(
          role ->
              line.append(' ').append(seen.getOrDefault(role, "").replace("no", "")).append(" |"));
      lines.add(line.toString());
    }
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
  }
}
