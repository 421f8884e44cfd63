package vn.digitaltrust.registry.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import vn.digitaltrust.door.BodyLimit;
import vn.digitaltrust.door.Kind;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.door.Wording;
import vn.digitaltrust.registry.account.AccountRequest;
import vn.digitaltrust.registry.account.Accounts;
import vn.digitaltrust.registry.subject.Subjects;

/** Takes lines in, a chunk in one transaction, and says of each what became of it. */
@Startup // so that its counters are seen before the first import
@ApplicationScoped
class Importer {
  /** With its file, its name and 20 accounts a line makes 23 entries; the journal takes 1,000. */
  private static final int CHUNK = 43;

  private final Subjects subjects;
  private final Accounts accounts;
  private final ImportRows rows;
  private final ObjectMapper json;
  private final Validator validator;
  private final Wording wording;
  private final Map<LineResult.Status, Counter> counters = new EnumMap<>(LineResult.Status.class);

  Importer(
      Subjects subjects,
      Accounts accounts,
      ImportRows rows,
      ObjectMapper json,
      Validator validator,
      Wording wording,
      MeterRegistry meters) {
    this.subjects = subjects;
    this.accounts = accounts;
    this.rows = rows;
    this.json = json;
    this.validator = validator;
    this.wording = wording;
    for (var status : LineResult.Status.values()) {
      counters.put(status, meters.counter("registry.import.lines", "status", status.name()));
    }
  }

  /** A line that can be tried: read, and found well formed. */
  private record Ready(long number, byte[] mark, ImportLine line) {}

  /**
   * Imports a body.
   *
   * @param run the run under the caller's key, or null when there is none
   * @param results hears of every line, in order, after it was committed
   */
  void take(InputStream body, UUID run, Consumer<LineResult> results) throws IOException {
    var lines = new Lines(body);
    var chunk = new ArrayList<Lines.Line>(CHUNK);
    BodyLimit.TooLarge tooLarge = null;
    try {
      for (var line = lines.next(); line != null; line = lines.next()) {
        chunk.add(line);
        if (chunk.size() == CHUNK) {
          report(take(chunk, run), results);
          chunk.clear();
        }
      }
    } catch (BodyLimit.TooLarge more) {
      tooLarge = more;
    }
    if (!chunk.isEmpty()) {
      report(take(chunk, run), results);
    }
    if (tooLarge != null) {
      var problem = wording.of(tooLarge.refusal());
      report(List.of(LineResult.refused(lines.number(), problem)), results);
    }
  }

  private void report(List<LineResult> chunk, Consumer<LineResult> results) {
    for (var result : chunk) {
      counters.get(result.status()).increment();
      results.accept(result);
    }
  }

  private List<LineResult> take(List<Lines.Line> chunk, UUID run) {
    var results = new ArrayList<LineResult>(chunk.size());
    var ready = new ArrayList<Ready>(chunk.size());
    var done =
        run == null
            ? Map.<Long, ImportRows.Done>of()
            : rows.done(run, chunk.get(0).number(), chunk.get(chunk.size() - 1).number());
    for (var line : chunk) {
      var mark = run == null || line.text() == null ? null : rows.mark(line.text().strip());
      var before = done.get(line.number());
      if (before != null) {
        results.add(repeated(line.number(), mark, before));
        continue;
      }
      try {
        ready.add(new Ready(line.number(), mark, read(line)));
      } catch (JsonProcessingException | RuntimeException refused) {
        results.add(LineResult.refused(line.number(), wording.of(refused)));
      }
    }
    results.addAll(enter(ready, run));
    results.sort(Comparator.comparingLong(LineResult::line));
    return results;
  }

  private LineResult repeated(long number, byte[] mark, ImportRows.Done before) {
    if (mark == null || !MessageDigest.isEqual(mark, before.mark())) {
      return LineResult.refused(number, wording.of(Refusal.of(Kind.RETRY_KEY_REUSED)));
    }
    var id = before.subject();
    return new LineResult(
        number, LineResult.Status.REPEATED, id, subjects.registrationNumber(id), null);
  }

  private ImportLine read(Lines.Line line) throws JsonProcessingException {
    if (line.text() == null) {
      throw Refusal.invalid("line", "import.line", Lines.LONGEST / 1024);
    }
    var read = json.readValue(line.text(), ImportLine.class);
    if (read == null) {
      throw Refusal.of(Kind.MALFORMED_REQUEST);
    }
    check(read.kol());
    check(read);
    if (read.toRegister() && read.verification() == null) {
      throw Refusal.invalid("verification", "import.verification");
    }
    return read;
  }

  private <T> void check(T bean) {
    var violations = validator.validate(bean);
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(violations);
    }
  }

  /**
   * IMP-2: all in one transaction, and if that is refused, each in its own. IMP-8: requests of one
   * run take turns, and the later one sees what the other has done in the meantime.
   */
  private List<LineResult> enter(List<Ready> ready, UUID run) {
    if (ready.isEmpty()) {
      return List.of();
    }
    try {
      return QuarkusTransaction.requiringNew().call(() -> enterTogether(ready, run, false));
    } catch (RuntimeException refused) {
      return ready.stream().map(line -> enterAlone(line, run)).toList();
    }
  }

  /** What was refused among others is tried once more, and looked at closely to say what it is. */
  private LineResult enterAlone(Ready line, UUID run) {
    try {
      return QuarkusTransaction.requiringNew()
          .call(() -> enterTogether(List.of(line), run, true).get(0));
    } catch (RuntimeException refused) {
      return LineResult.refused(line.number(), wording.of(refused));
    }
  }

  private List<LineResult> enterTogether(List<Ready> ready, UUID run, boolean alone) {
    var from = ready.get(0).number();
    var to = ready.get(ready.size() - 1).number();
    var done = run == null ? Map.<Long, ImportRows.Done>of() : rows.take(run, from, to);
    return ready.stream()
        .map(
            line ->
                done.containsKey(line.number())
                    ? repeated(line.number(), line.mark(), done.get(line.number()))
                    : enter(line, run, alone))
        .toList();
  }

  private LineResult enter(Ready ready, UUID run, boolean alone) {
    var line = ready.line();
    var entered = subjects.enter(line.kol(), line.verification(), line.toRegister());
    for (var i = 0; i < line.itsAccounts().size(); i++) {
      try {
        open(entered.id(), line.itsAccounts().get(i), alone);
      } catch (Refusal refused) {
        throw refused.within("accounts[" + i + "]");
      }
    }
    if (run != null) {
      rows.keep(run, ready.number(), ready.mark(), entered.id());
    }
    return new LineResult(
        ready.number(),
        LineResult.Status.CREATED,
        entered.id(),
        entered.registrationNumber(),
        null);
  }

  private void open(UUID subject, AccountRequest account, boolean alone) {
    if (alone) {
      accounts.requireFree(subject, account);
    }
    accounts.open(subject, account);
  }
}
