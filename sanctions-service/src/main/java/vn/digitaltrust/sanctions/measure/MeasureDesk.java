package vn.digitaltrust.sanctions.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import vn.digitaltrust.sanctions.access.Access;
import vn.digitaltrust.sanctions.access.Roles;
import vn.digitaltrust.sanctions.calendar.VietnamTime;
import vn.digitaltrust.sanctions.door.Etag;
import vn.digitaltrust.sanctions.door.Refusal;

/** The use cases of a measure that stands. */
@ApplicationScoped
@Transactional
class MeasureDesk {
  private final Measures measures;
  private final Territories territories;
  private final Impartiality impartiality;
  private final Access access;
  private final Clock clock;

  MeasureDesk(
      Measures measures,
      Territories territories,
      Impartiality impartiality,
      Access access,
      Clock clock) {
    this.measures = measures;
    this.territories = territories;
    this.impartiality = impartiality;
    this.access = access;
    this.clock = clock;
  }

  UUID except(UUID id, String ifMatch, ExceptionRequest request) {
    Instant now = VietnamTime.now(clock);
    territories.check(request.scope());
    Measure measure = load(id, ifMatch);
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
    Instant now = VietnamTime.now(clock);
    Measure measure = loadOfAlliance(id, ifMatch);
    impartiality.acts(measure.caseId, access.person(), Impartiality.Act.LIFTED, now);
    measure.lift(request.reasons(), now);
    measures.tell(measure, "measure.lifted");
    return id;
  }

  UUID annul(UUID id, String ifMatch, AnnulmentRequest request) {
    Instant now = VietnamTime.now(clock);
    Measure measure = loadOfAlliance(id, ifMatch);
    impartiality.acts(measure.caseId, access.person(), Impartiality.Act.ANNULLED, now);
    measure.annul(request.cause(), request.reasons(), now);
    measures.tell(measure, "measure.annulled");
    return id;
  }

  /** SAN-51: only the subject's own words, for itself, under whichever id after merges. */
  UUID state(UUID id, String ifMatch, StatementRequest request) {
    Instant now = VietnamTime.now(clock);
    Measure measure = measures.find(id);
    if (!access.speaksFor(measure.subject)) {
      throw Refusal.notFound("measure", id);
    }
    Etag.require(ifMatch, measure.version);
    measure.state(request.text(), now);
    measures.tell(measure, "measure.varied");
    return id;
  }

  private Measure load(UUID id, String ifMatch) {
    Measure measure = measures.find(id);
    Etag.require(ifMatch, measure.version);
    return measure;
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
