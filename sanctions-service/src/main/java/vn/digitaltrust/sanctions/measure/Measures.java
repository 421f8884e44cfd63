package vn.digitaltrust.sanctions.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.journal.Change;
import vn.digitaltrust.journal.Journal;
import vn.digitaltrust.sanctions.door.Refusal;

/**
 * What cases, appeals and state decisions do to measures, inside their transaction. Each method
 * writes one version and one public entry for each measure that it changes.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Measures {
  private final MeasureRepository repository;
  private final Territories territories;
  private final Journal journal;

  Measures(MeasureRepository repository, Territories territories, Journal journal) {
    this.repository = repository;
    this.territories = territories;
    this.journal = journal;
  }

  /** Imposes an alliance measure, or records that of a state decision, and returns its id. */
  public UUID impose(Imposition imposition, Instant now) {
    territories.check(imposition.draft().scope());
    Measure measure = Measure.impose(imposition, now);
    repository.persist(measure);
    tell(measure, measure.byState() ? "measure.recorded" : "measure.imposed");
    return measure.id;
  }

  /** The ids of a case's measures, in the order of their decision; interim ones only if asked. */
  public List<UUID> ofCase(UUID caseId, boolean interim) {
    return repository.ofCase(caseId).stream()
        .filter(measure -> measure.interim == interim)
        .map(measure -> measure.id)
        .toList();
  }

  /** SAN-52: lifts what secured a case that has come to nothing. */
  public void liftInterim(UUID caseId, String reasons, Instant now) {
    for (Measure measure : repository.ofCase(caseId)) {
      if (measure.interim && !measure.timeline().at(now).ended()) {
        measure.lift(reasons, now);
        tell(measure, "measure.lifted");
      }
    }
  }

  /**
   * Stays measures of a case while its appeal is open.
   *
   * @param only the measures to stay, or empty for all of the case that have not ended
   * @throws Refusal 422 SAN-45 when a measure is not of the case or the stays would overlap
   */
  public void stay(
      UUID caseId,
      UUID appeal,
      Collection<UUID> only,
      Interval interval,
      String reasons,
      String by,
      Instant now) {
    List<Measure> ofCase = repository.ofCase(caseId);
    for (UUID id : only) {
      if (ofCase.stream().noneMatch(measure -> measure.id.equals(id))) {
        throw Refusal.rule("SAN-45", "measure.not-of-case", id);
      }
    }
    List<Measure> chosen =
        ofCase.stream()
            .filter(
                measure ->
                    only.isEmpty()
                        ? !measure.interim && !measure.timeline().at(now).ended()
                        : only.contains(measure.id))
            .toList();
    if (chosen.isEmpty()) {
      throw Refusal.rule("SAN-45", "measure.nothing-to-stay");
    }
    for (Measure measure : chosen) {
      measure.stay(appeal, interval, reasons, by, now);
      tell(measure, "measure.stayed");
    }
  }

  /** SAN-45: ends the stays of a case's measures that would go on. */
  public void endStays(UUID caseId, Instant now) {
    for (Measure measure : repository.ofCase(caseId)) {
      if (measure.endStays(now)) {
        tell(measure, "measure.resumed");
      }
    }
  }

  /** Annuls the measures of a case that a panel found should never have been. */
  public void annulCase(UUID caseId, AnnulmentCause cause, String reasons, Instant now) {
    for (Measure measure : repository.ofCase(caseId)) {
      if (measure.endState != MeasureEnd.State.ANNULLED) {
        measure.annul(cause, reasons, now);
        tell(measure, "measure.annulled");
      }
    }
  }

  /**
   * SAN-34: varies one measure of a case as its panel ruled; never to the worse. Its stays end with
   * it.
   *
   * @throws Refusal 422 SAN-34 when the measure is not of the case, or would become heavier
   */
  public void varyOnAppeal(UUID caseId, UUID id, Variation change, Instant now) {
    Measure measure = find(id);
    if (!caseId.equals(measure.caseId)) {
      throw Refusal.rule("SAN-34", "measure.not-of-case", id);
    }
    if (change.scope() != null) {
      territories.check(change.scope());
    }
    measure.vary(change, true, now);
    measure.endStays(now);
    tell(measure, "measure.varied");
  }

  /** Varies the measure of a state decision as its authority says. */
  public void varyByState(UUID id, Variation change, Instant now) {
    if (change.scope() != null) {
      territories.check(change.scope());
    }
    Measure measure = find(id);
    measure.vary(change, false, now);
    tell(measure, "measure.varied");
  }

  /** Stays the measure of a state decision as its authority says. */
  public void stayByState(UUID id, Interval interval, String reasons, String by, Instant now) {
    Measure measure = find(id);
    measure.stay(null, interval, reasons, by, now);
    tell(measure, "measure.stayed");
  }

  /**
   * Ends the stays of a state decision's measure.
   *
   * @throws Refusal 409 when none goes on
   */
  public void resumeByState(UUID id, Instant now) {
    Measure measure = find(id);
    if (!measure.endStays(now)) {
      throw Refusal.state("measure.not-stayed");
    }
    tell(measure, "measure.resumed");
  }

  /** Lifts the measure of a state decision as its authority says. */
  public void liftByState(UUID id, String reasons, Instant now) {
    Measure measure = find(id);
    measure.lift(reasons, now);
    tell(measure, "measure.lifted");
  }

  /** Annuls the measure of a state decision as its authority says. */
  public void annulByState(UUID id, AnnulmentCause cause, String reasons, Instant now) {
    Measure measure = find(id);
    measure.annul(cause, reasons, now);
    tell(measure, "measure.annulled");
  }

  /** A measure to be changed: locked, so that of two changes at once the later sees the first. */
  Measure find(UUID id) {
    return repository
        .findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> Refusal.notFound("measure", id));
  }

  /** SAN-47: keeps the version as it is told, and tells it. */
  void tell(Measure measure, String type) {
    repository.flush();
    MeasureState state = MeasureState.of(measure);
    repository.keep(new MeasureVersion(measure, type, state));
    journal.append(Change.of(type, measure.subject, "measure", measure.id, measure.version, state));
  }
}
