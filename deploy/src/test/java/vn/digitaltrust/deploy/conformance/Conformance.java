package vn.digitaltrust.deploy.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.digitaltrust.deploy.conformance.Contract.Operation;

/** The conventions of the API, as rules that are tried on every operation of its document. */
final class Conformance {
  /** Cases, appeals, measures, decisions, reports, memberships, certificates and the subject. */
  private static final int TELLING = 12;

  private final Contract contract;
  private final Table table;
  private final Ledger ledger;
  private final Rehearsal rehearsal;
  private final RolesRule roles;
  private final Reading reading;
  private final List<Rule> rules;

  /**
   * Of the API behind a door.
   *
   * @param realm all roles that there are
   * @param ledger begun before anything was made that the walk is to find
   * @param table who may do what
   */
  Conformance(Door door, Contract contract, Ledger ledger, Set<String> realm, Table table) {
    this.contract = contract;
    this.table = table;
    Witness witness = new Witness(door);
    Known known = new Known(door, contract, ledger);
    Requests requests =
        new Requests(known, new Examples(contract, known, contract.examplesWrittenOn()));
    this.ledger = ledger;
    this.reading = new Reading(door, witness, requests);
    this.rehearsal = new Rehearsal(door, witness, requests, ledger);
    this.roles = new RolesRule(door, witness, requests, ledger, table);
    this.rules =
        List.of(
            new DeclaredRule(realm, requests),
            new SuccessRule(door, witness, requests, rehearsal),
            roles,
            new OthersRule(door, witness, requests, ledger, table),
            new BodyRule(door, witness, requests),
            new FormRule(door, witness, requests),
            new AddressRule(door, witness, requests),
            new StrictRule(door, witness, requests),
            new LanguageRule(door, witness, requests),
            new ListRule(door, witness, requests),
            new VersionRule(door, witness, requests, rehearsal),
            new KeyRule(door, witness, requests),
            new RetryRule(rehearsal, ledger),
            new SilenceRule(witness, ledger));
    ledger.readOn();
  }

  /** Makes every change once; before the rules are tried, for some look at what came of it. */
  void rehearse() {
    ledger.beginRehearsal();
    rehearsal.play(contract.operations());
    ledger.readOn();
  }

  /**
   * Reads everything that there is to be read, at every row, as somebody who may see all of it:
   * what is left of an erased subject still fits the document.
   *
   * @param erased the id of the subject
   * @throws AssertionError if an answer does not fit, or if hardly any tells of the erased one
   */
  void readAgain(String erased) {
    ledger.readOn();
    Set<String> telling = new TreeSet<>();
    for (Operation operation : contract.operations()) {
      if (operation.method().equals("GET") && !operation.isOpen()) {
        if (reading.read(operation).anyMatch(body -> body.contains(erased))) {
          telling.add(operation.toString());
        }
      }
    }
    if (telling.size() < TELLING) {
      throw new AssertionError("only these tell of the erased subject: " + telling);
    }
  }

  /**
   * Every change among these operations has been made.
   *
   * @throws AssertionError if one was never accepted, or answered as no operation may answer
   */
  void requireRehearsed(List<Operation> operations) {
    operations.stream().filter(Operation::writes).forEach(rehearsal::done);
  }

  /** The rules that say something about an operation, in the order in which to try them. */
  List<Rule> rules(Operation operation) {
    return rules.stream().filter(rule -> rule.concerns(operation)).toList();
  }

  /**
   * The table of who may do what names no operation that is gone.
   *
   * @throws AssertionError if it does; that it names all that there are, {@link RolesRule} sees
   */
  void tableIsComplete() {
    Set<String> gone = table.gone(contract);
    if (!gone.isEmpty()) {
      throw new AssertionError("in the table of who may do what, and nowhere else: " + gone);
    }
  }

  /** Writes down who was let in where, in the form of the table of who may do what. */
  void writeTable(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, table.written(roles.seen()));
  }
}
