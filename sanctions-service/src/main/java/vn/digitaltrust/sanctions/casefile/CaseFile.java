package vn.digitaltrust.sanctions.casefile;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.digitaltrust.door.Ids;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.sanctions.access.Reporter;
import vn.digitaltrust.sanctions.measure.MeasureDraft;
import vn.digitaltrust.sanctions.registry.RegistrySpeaking;
import vn.digitaltrust.vocabulary.VietnamTime;
import vn.digitaltrust.vocabulary.WorkingDays;

/**
 * A case against a subject: {@code OPENED → NOTIFIED → RESPONDED → PROPOSED → DECIDED → APPEALED →
 * RULED → CLOSED}, with {@code RETURNED} on the way back and {@code DISMISSED} or {@code WITHDRAWN}
 * on the way out. Each verb refuses what the rules of the package forbid.
 */
@Entity
@Table(name = "case_file")
class CaseFile {
  @Id UUID id;
  @Version long version;

  @Column(updatable = false)
  UUID subject;

  @Column(updatable = false)
  String title;

  @Enumerated(EnumType.STRING)
  CaseStatus status;

  @Column(name = "opened_at", updatable = false)
  Instant openedAt;

  @Column(name = "window_closes_at")
  Instant windowClosesAt;

  @Embedded InterimSpan interim;

  @Column(name = "appeal_by")
  Instant appealBy;

  UUID appeal;

  @Column(name = "ended_at")
  Instant endedAt;

  @Column(name = "end_reasons")
  String endReasons;

  @Column(name = "changed_at")
  Instant changedAt;

  @OneToMany(cascade = CascadeType.PERSIST)
  @JoinColumn(name = "case_id", nullable = false, updatable = false)
  @OrderBy("takenAt, id")
  List<CasePart> parts = new ArrayList<>();

  @OneToMany(cascade = CascadeType.PERSIST)
  @JoinColumn(name = "case_id", nullable = false, updatable = false)
  @OrderBy("notifiedAt, id")
  List<Notice> notices = new ArrayList<>();

  @OneToMany(cascade = CascadeType.PERSIST)
  @JoinColumn(name = "case_id", nullable = false, updatable = false)
  @OrderBy("respondedAt, id")
  List<SubjectResponse> responses = new ArrayList<>();

  @OneToMany(cascade = CascadeType.PERSIST)
  @JoinColumn(name = "case_id", nullable = false, updatable = false)
  @OrderBy("proposedAt, id")
  List<Proposal> proposals = new ArrayList<>();

  @OneToMany(cascade = CascadeType.PERSIST)
  @JoinColumn(name = "case_id", nullable = false, updatable = false)
  @OrderBy("decidedAt, id")
  List<Decision> decisions = new ArrayList<>();

  protected CaseFile() {}

  /** SAN-5: without reports whoever opens the case is the one who reports. */
  static CaseFile open(CaseRequest request, Reporter opener, Instant now) {
    CaseFile file = new CaseFile();
    file.id = Ids.next(now);
    file.subject = request.subject();
    file.title = request.title();
    file.status = CaseStatus.OPENED;
    file.openedAt = now;
    file.changedAt = now;
    file.parts().take(opener.person(), Part.OPENED, null, now);
    if (request.reports().isEmpty()) {
      file.parts().report(opener, now);
    }
    return file;
  }

  void reportedBy(Set<Reporter> reporters, Instant now) {
    reporters.forEach(reporter -> parts().report(reporter, now));
  }

  /**
   * SAN-122: refuses a colleague of who reported.
   *
   * @param own whether somebody who wants to decide belongs to an organisation
   */
  void requireNotReportedFor(Predicate<UUID> own) {
    if (parts().reportedFor(own)) {
      throw Refusal.rule("SAN-122", "case.colleague-reported");
    }
  }

  void notify(NoticeRequest request, String officer, WorkingDays workingDays, Instant now) {
    begin(CaseAction.NOTIFY, officer, Part.BAR_ACTING, now);
    CaseBounds.requireRoomFor(request, notices);
    LocalDate respondBy =
        Terms.notBefore(
            windowClosesAt,
            Terms.lastDay(VietnamTime.dayOf(now), request.respondBy(), workingDays));
    notices.add(new Notice(request, VietnamTime.dayOf(openedAt), respondBy, officer, now));
    windowClosesAt = VietnamTime.endOf(respondBy);
    status = CaseStatus.NOTIFIED;
    parts().take(officer, Part.NOTIFIED, null, now);
  }

  /** The subject itself responds. */
  void respond(SubjectResponseRequest request, String person, Instant now) {
    respond(request, person, null, now);
  }

  /**
   * SAN-12: only a response that is declared final closes the window before its time.
   *
   * @param speaking as whose representative the person responds, or null for the subject itself
   */
  void respond(
      SubjectResponseRequest request, String person, RegistrySpeaking speaking, Instant now) {
    begin(CaseAction.RESPOND, person, Set.of(), now);
    if (!now.isBefore(windowClosesAt)) {
      throw Refusal.state("case.window-closed", windowClosesAt.toString());
    }
    boolean closes =
        request.last()
            && (speaking == null || FinalResponses.since(lastNotice(), responses).agree(speaking));
    CaseBounds.requireRoomForResponse(closes, responses);
    responses.add(
        new SubjectResponse(
            request, person, speaking == null ? null : speaking.representative(), now));
    parts().take(person, Part.RESPONDED, null, now);
    if (closes) {
      windowClosesAt = now;
      status = CaseStatus.RESPONDED;
    }
  }

  void propose(ProposalRequest request, String officer, Instant now) {
    begin(CaseAction.PROPOSE, officer, Part.BAR_ACTING, now);
    if (now.isBefore(windowClosesAt)) {
      throw Refusal.rule("SAN-13", "case.window-open", windowClosesAt.toString());
    }
    CaseBounds.requireRoomForProposal(proposals);
    Set<String> alleged = allegedGrounds();
    for (MeasureDraft measure : request.measures()) {
      measure.checkFrom(VietnamTime.dayOf(now));
      if (!alleged.contains(measure.ground())) {
        throw Refusal.rule("SAN-14", "case.ground-not-alleged", measure.ground());
      }
    }
    proposals.add(new Proposal(request, officer, now));
    status = CaseStatus.PROPOSED;
    parts().take(officer, Part.PROPOSED, null, now);
  }

  /**
   * SAN-20, SAN-21: another person decides on the last proposal.
   *
   * @return the measures to impose: those proposed when it is approved, else none
   */
  List<MeasureDraft> decide(
      DecisionRequest request, String decider, WorkingDays workingDays, Instant now) {
    begin(CaseAction.DECIDE, decider, Part.BAR_DECIDING, now);
    Proposal proposal = proposals.get(proposals.size() - 1);
    decisions.add(new Decision(proposal, request, decider, now));
    parts().take(decider, Part.DECIDED, null, now);
    switch (request.outcome()) {
      case RETURNED -> status = CaseStatus.RETURNED;
      case DISMISSED -> end(CaseStatus.DISMISSED, request.reasons(), now);
      case APPROVED -> {
        status = CaseStatus.DECIDED;
        appealBy = VietnamTime.endOf(workingDays.after(VietnamTime.dayOf(now), Terms.APPEAL));
        return proposal.measures;
      }
    }
    return List.of();
  }

  /** SAN-52: an urgent measure, which cannot be stretched by imposing it again. */
  void imposeInterim(
      MeasureDraft draft, String reasons, String by, WorkingDays workingDays, Instant now) {
    begin(CaseAction.IMPOSE_INTERIM, by, Part.BAR_DECIDING, now);
    draft.checkFrom(VietnamTime.dayOf(now));
    draft.requireInterim();
    interim = InterimSpan.with(interim, draft.from(), draft.until(), workingDays);
    parts().take(by, Part.IMPOSED_INTERIM, reasons, now);
  }

  /** SAN-22: whose proposal waits for a decision takes it back by declaring an interest. */
  void declareInterest(String person, String reason, Instant now) {
    begin(CaseAction.DECLARE_INTEREST, person, Set.of(), now);
    if (parts().has(person, Part.INTERESTED)) {
      throw Refusal.state("case.interest-declared");
    }
    CaseBounds.requireRoomForInterest(parts);
    parts().take(person, Part.INTERESTED, reason, now);
    if (status == CaseStatus.PROPOSED
        && proposals.get(proposals.size() - 1).proposedBy.equals(person)) {
      status = CaseStatus.RETURNED;
    }
  }

  void withdraw(String officer, String reasons, Instant now) {
    begin(CaseAction.WITHDRAW, officer, Part.BAR_ACTING, now);
    parts().take(officer, Part.WITHDREW, null, now);
    end(CaseStatus.WITHDRAWN, reasons, now);
  }

  /** SAN-30: the subject appeals in time. */
  void appeal(UUID newAppeal, String person, Instant now) {
    begin(CaseAction.APPEAL, person, Set.of(), now);
    if (!now.isBefore(appealBy)) {
      throw Refusal.rule("SAN-30", "case.appeal-late", appealBy.toString());
    }
    appeal = newAppeal;
    parts().take(person, Part.APPEALED, null, now);
    status = CaseStatus.APPEALED;
  }

  /** The appeal is over; who ruled took a part. */
  void ruled(Set<String> panel, Instant now) {
    begin(CaseAction.RULE, null, Set.of(), now);
    panel.forEach(member -> parts().take(member, Part.RULED, null, now));
    status = CaseStatus.RULED;
  }

  /** SAN-16: a file is closed when nothing can be asked of it any more. */
  void close(String officer, String reasons, Instant now) {
    begin(CaseAction.CLOSE, officer, Part.BAR_ACTING, now);
    if (status == CaseStatus.DECIDED && now.isBefore(appealBy)) {
      throw Refusal.rule("SAN-16", "case.appeal-open", appealBy.toString());
    }
    parts().take(officer, Part.CLOSED, null, now);
    end(CaseStatus.CLOSED, reasons, now);
  }

  /** SAN-20: somebody acts on a measure of this case after its decision. */
  void actsOnMeasure(String person, Part part, Instant now) {
    parts().requireNo(person, Part.BAR_DECIDING);
    changedAt = now;
    parts().take(person, part, null, now);
  }

  /** SAN-31: that a member of the appeal panel took no part in the case. */
  boolean tookNoPart(String person) {
    return parts().none(person);
  }

  /** SAN-90: whether the subject knows of the case. */
  boolean knownToSubject() {
    return windowClosesAt != null || interim != null;
  }

  /** SAN-51: the words that the subject last wanted shown, or null. */
  String statement() {
    return responses.stream()
        .map(response -> response.statement)
        .filter(java.util.Objects::nonNull)
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  private Instant lastNotice() {
    return notices.get(notices.size() - 1).notifiedAt;
  }

  private Set<String> allegedGrounds() {
    return notices.stream()
        .flatMap(notice -> notice.allegations.stream())
        .map(Allegation::ground)
        .collect(Collectors.toUnmodifiableSet());
  }

  private void begin(CaseAction action, String person, Set<Part> bars, Instant now) {
    if (!status.allows(action)) {
      throw Refusal.state("case.state", status, action);
    }
    parts().requireNo(person, bars);
    changedAt = now;
  }

  private void end(CaseStatus how, String reasons, Instant now) {
    status = how;
    endedAt = now;
    endReasons = reasons;
  }

  private Parts parts() {
    return new Parts(parts);
  }
}
