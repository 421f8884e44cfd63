package vn.digitaltrust.sanctions.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.journal.Change;
import vn.digitaltrust.journal.Journal;
import vn.digitaltrust.sanctions.ground.Grounds;
import vn.digitaltrust.sanctions.registry.Subjects;
import vn.digitaltrust.vocabulary.Span;

/**
 * What cases, appeals and state decisions do to measures, inside their transaction. Each method
 * writes one version of each measure that it changes, and tells the journal of it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Measures {
  private final MeasureRepository repository;
  private final Grounds grounds;
  private final Subjects subjects;
  private final Journal journal;

  Measures(MeasureRepository repository, Grounds grounds, Subjects subjects, Journal journal) {
    this.repository = repository;
    this.grounds = grounds;
    this.subjects = subjects;
    this.journal = journal;
  }

  /** Imposes an alliance measure, or records that of a state decision, and returns its id. */
  public UUID impose(Imposition imposition, Instant now) {
    Measure measure = Measure.impose(imposition, now);
    measure.publishAfterEnd(grounds.publishedDays(measure.ground));
    repository.persist(measure);
    tell(measure, measure.byState() ? "measure.recorded" : "measure.imposed");
    return measure.id;
  }

  /** The ids of the measures of each case, in the order of their decision. */
  public Map<UUID, List<UUID>> ofCases(Collection<UUID> cases, boolean interim) {
    return repository.ofCases(cases, interim);
  }

  /** SAN-52: ends what secured a case, now that the case was decided or came to nothing. */
  public void endInterim(UUID caseId, String reasons, Instant now) {
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
      Span interval,
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
                        ? !measure.timeline().at(now).ended()
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
   * SAN-34: that a measure of a case may be varied so on appeal.
   *
   * @throws Refusal 422 SAN-34 when the measure is not of the case, or would become heavier
   */
  public void checkVariation(UUID caseId, UUID id, Variation change, Instant now) {
    if (repository.origin(id).filter(origin -> caseId.equals(origin.caseId())).isEmpty()) {
      throw Refusal.rule("SAN-34", "measure.not-of-case", id);
    }
    find(id).checkVariation(change, true, now);
  }

  /**
   * SAN-34: varies one measure of a case as its panel ruled; never to the worse. Its stays end with
   * it.
   *
   * @throws Refusal 422 SAN-34 when the measure is not of the case, or would become heavier
   */
  public void varyOnAppeal(UUID caseId, UUID id, Variation change, Instant now) {
    checkVariation(caseId, id, change, now);
    Measure measure = find(id);
    measure.vary(change, true, now);
    measure.endStays(now);
    tell(measure, "measure.varied");
  }

  /** Varies the measure of a state decision as its authority says. */
  public void varyByState(UUID id, Variation change, Instant now) {
    Measure measure = find(id);
    measure.vary(change, false, now);
    tell(measure, "measure.varied");
  }

  /** Stays the measure of a state decision as its authority says. */
  public void stayByState(UUID id, Span interval, String reasons, String by, Instant now) {
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

  /** SAN-100: the first instant at which nothing of a measure is public; null if none is known. */
  public Instant publishedUntil(UUID id) {
    return repository.findById(id).publishedUntil;
  }

  /** What each of these measures limits and from when to when, as of an instant. */
  public Map<UUID, MeasureTerms> terms(Collection<UUID> measures, Instant at) {
    return repository.latest(measures).stream()
        .collect(
            Collectors.toMap(
                version -> version.key.measure(), version -> MeasureTerms.of(version.state, at)));
  }

  /** Whom a measure is about and which case it is of, known before anything is locked. */
  Origin origin(UUID id) {
    return repository.origin(id).orElseThrow(() -> Refusal.notFound("measure", id));
  }

  /** A measure to be changed: locked, so that of two changes at once the later sees the first. */
  Measure find(UUID id) {
    return repository
        .findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> Refusal.notFound("measure", id));
  }

  /**
   * SAN-47: keeps the version as it is told, and tells it. SAN-53: what is not public is told
   * beside it, to the subject and to those who watch.
   */
  void tell(Measure measure, String type) {
    tellVersion(measure, type);
    if (!MeasureFile.of(measure, true).blank()) {
      tellFile(measure, type);
    }
  }

  /**
   * SAN-72: what remains, and that what was not public is gone, whatever it was. All that was told
   * before is erased, also that nothing is public any more.
   */
  void tellRemains(Measure measure) {
    measure.unpublished = false;
    tellVersion(measure, "measure.varied");
    tellFile(measure, "measure.varied");
  }

  private void tellVersion(Measure measure, String type) {
    boolean ends = measure.unpublish();
    repository.flush();
    MeasureState state = MeasureState.of(measure);
    repository.keep(new MeasureVersion(measure, type, state));
    Change whole = change(measure, type, "measure", state);
    if (ends) {
      journal.append(Change.unpublished(measure.subject, "measure", measure.id, measure.version));
    }
    journal.append(
        measure.unpublished
            ? whole.forParties(parties(measure))
            : whole.until(measure.publishedUntil));
    if (MeasureEffect.of(measure.kind)) {
      tellEffect(measure, type);
    }
  }

  /** SAN-102: what the alliance needs to know, as long as it has an effect. */
  void tellEffect(Measure measure, String type) {
    journal.append(
        measure.endState == MeasureEnd.State.ANNULLED
            ? Change.unpublished(measure.subject, "measure", measure.id, measure.version).internal()
            : change(measure, type, "measure", MeasureEffect.of(measure)).internal());
  }

  private void tellFile(Measure measure, String type) {
    String filed = "measureFile.changed";
    journal.append(
        change(measure, filed, "measureFile", FiledMeasure.of(measure, type, true)).internal());
    journal.append(
        change(measure, filed, "measureFile", FiledMeasure.of(measure, type, false))
            .forParties(parties(measure)));
  }

  private static Change change(Measure measure, String type, String aggregate, Object state) {
    return Change.of(type, measure.subject, aggregate, measure.id, measure.version, state);
  }

  private UUID[] parties(Measure measure) {
    return subjects.sameAs(measure.subject).toArray(UUID[]::new);
  }

  /** Where a measure comes from; neither ever changes. */
  record Origin(UUID subject, UUID caseId) {}
}
