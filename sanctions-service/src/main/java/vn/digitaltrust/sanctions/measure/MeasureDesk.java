package vn.digitaltrust.sanctions.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import vn.digitaltrust.door.Etag;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.sanctions.access.Access;
import vn.digitaltrust.vocabulary.Roles;
import vn.digitaltrust.vocabulary.VietnamTime;

/** The use cases of a measure that stands. */
@ApplicationScoped
@Transactional
class MeasureDesk {
  private final Measures measures;
  private final Impartiality impartiality;
  private final Access access;
  private final Clock clock;

  MeasureDesk(Measures measures, Impartiality impartiality, Access access, Clock clock) {
    this.measures = measures;
    this.impartiality = impartiality;
    this.access = access;
    this.clock = clock;
  }

  UUID except(UUID id, String ifMatch, ExceptionRequest request) {
    Measure measure = load(id, ifMatch);
    Instant now = now();
    if (measure.byState()) {
      requireItsAuthority(measure);
    } else {
      requireDecisionMaker();
      impartiality.acts(measure.caseId, access.person(), Impartiality.Act.EXCEPTED, now);
    }
    measure.except(request, access.person(), now);
    measures.tell(measure, "measure.excepted");
    return id;
  }

  UUID lift(UUID id, String ifMatch, LiftingRequest request) {
    Measure measure = loadOfAlliance(id, ifMatch);
    Instant now = now();
    impartiality.acts(measure.caseId, access.person(), Impartiality.Act.LIFTED, now);
    measure.lift(request.reasons(), now);
    measures.tell(measure, "measure.lifted");
    return id;
  }

  UUID annul(UUID id, String ifMatch, AnnulmentRequest request) {
    Measure measure = loadOfAlliance(id, ifMatch);
    Instant now = now();
    impartiality.acts(measure.caseId, access.person(), Impartiality.Act.ANNULLED, now);
    measure.annul(request.cause(), request.reasons(), now);
    measures.tell(measure, "measure.annulled");
    return id;
  }

  /** SAN-51: only the subject's own words, for itself, under whichever id after merges. */
  UUID state(UUID id, String ifMatch, StatementRequest request) {
    access.actAs(measures.origin(id).subject(), "measure", id);
    Measure measure = measures.find(id);
    Etag.require(ifMatch, measure.version);
    measure.state(request.text(), now());
    measures.tell(measure, "measure.varied");
    return id;
  }

  /** The same order for everybody: the subject, its case, the measure. */
  private Measure load(UUID id, String ifMatch) {
    Measures.Origin origin = measures.origin(id);
    access.actOn(origin.subject());
    if (origin.caseId() != null) {
      impartiality.hold(origin.caseId());
    }
    Measure measure = measures.find(id);
    Etag.require(ifMatch, measure.version);
    return measure;
  }

  /** Read after the rows are locked, so that what waited for another change is told after it. */
  private Instant now() {
    return VietnamTime.now(clock);
  }

  /** SAN-48: what a state authority decided, the alliance does not touch. */
  private Measure loadOfAlliance(UUID id, String ifMatch) {
    Measure measure = load(id, ifMatch);
    if (measure.byState()) {
      throw Refusal.rule("SAN-48", "measure.of-state", measure.authority);
    }
    return measure;
  }

  private void requireItsAuthority(Measure measure) {
    if (!access.actsFor(measure.authority)) {
      throw Refusal.rule("SAN-48", "measure.of-state", measure.authority);
    }
  }

  private void requireDecisionMaker() {
    if (!access.is(Roles.DECISION_MAKER)) {
      throw Refusal.forbidden("forbidden.detail");
    }
  }
}
