package vn.digitaltrust.registry.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import vn.digitaltrust.door.Etag;
import vn.digitaltrust.door.Ids;
import vn.digitaltrust.journal.Moment;
import vn.digitaltrust.registry.identity.PersonalIds;
import vn.digitaltrust.vocabulary.RegistrationNumber;

/** What is done to subjects: load, verb, journal, in one transaction each. */
@ApplicationScoped
class SubjectDesk {
  private final SubjectRepository subjects;
  private final SubjectJournal journal;
  private final ParticularsRules rules;
  private final Guardianship guardianship;
  private final Newcomers newcomers;
  private final Recorders recorders;
  private final MergeBounds mergeBounds;
  private final OwnMatter ownMatter;
  private final PersonalIds personalIds;
  private final Clock clock;

  SubjectDesk(
      SubjectRepository subjects,
      SubjectJournal journal,
      ParticularsRules rules,
      Guardianship guardianship,
      Newcomers newcomers,
      Recorders recorders,
      MergeBounds mergeBounds,
      OwnMatter ownMatter,
      PersonalIds personalIds,
      Clock clock) {
    this.subjects = subjects;
    this.journal = journal;
    this.rules = rules;
    this.guardianship = guardianship;
    this.newcomers = newcomers;
    this.recorders = recorders;
    this.mergeBounds = mergeBounds;
    this.ownMatter = ownMatter;
    this.personalIds = personalIds;
    this.clock = clock;
  }

  @Transactional
  UUID submit(KolRequest request) {
    return enter(request, null, false).id();
  }

  @Transactional
  UUID submit(OrganisationRequest request) {
    var now = Moment.of(clock);
    var id = newcomers.idFor(SubjectKind.ORGANISATION, now);
    var subject = Subject.submitted(id, SubjectKind.ORGANISATION, rules.of(request), now);
    subjects.persist(subject);
    journal.tell(subject, SubjectAction.SUBMIT.past());
    return subject.id();
  }

  @Transactional
  UUID record(RecordedSubjectRequest request) {
    var now = Moment.of(clock);
    var subject =
        Subject.recorded(
            Ids.next(now), request.kind(), rules.of(request), recorders.present(), now);
    subjects.persist(subject);
    journal.tell(subject, "recorded");
    return subject.id();
  }

  /** A KOL that is entered, and verified and registered at once where that is asked for. */
  @Transactional
  Subject enter(KolRequest request, VerificationRequest verification, boolean register) {
    var now = Moment.of(clock);
    var id = newcomers.idFor(SubjectKind.KOL, now);
    var subject = Subject.submitted(id, SubjectKind.KOL, rules.of(request, id), now);
    var last = SubjectAction.SUBMIT;
    if (verification != null) {
      subject.verify(verification, now);
      last = SubjectAction.VERIFY;
    }
    if (register) {
      register(subject);
      last = SubjectAction.REGISTER;
    }
    var personalId = request.personalId();
    if (personalId != null) {
      subject.personalIdEnds(personalIds.check(personalId));
    }
    // Persisted as it will stay, so that one insert and version 0 are all there is of it.
    subjects.persist(subject);
    if (personalId != null) {
      personalIds.keep(subject.id(), personalId);
    }
    journal.append(subject, last.past());
    return subject;
  }

  /** A subject that was only recorded asks to be registered. */
  @Transactional
  UUID submitRecorded(UUID id, String ifMatch, KolRequest request) {
    return change(
        id,
        ifMatch,
        SubjectKind.KOL,
        SubjectAction.SUBMIT,
        subject -> {
          subject.submit(rules.of(request, subject));
          keepPersonalId(subject, request.personalId());
        });
  }

  @Transactional
  UUID submitRecorded(UUID id, String ifMatch, OrganisationRequest request) {
    var particulars = rules.of(request);
    return change(
        id,
        ifMatch,
        SubjectKind.ORGANISATION,
        SubjectAction.SUBMIT,
        subject -> subject.submit(particulars));
  }

  @Transactional
  UUID change(UUID id, String ifMatch, KolRequest request) {
    return change(
        id,
        ifMatch,
        SubjectKind.KOL,
        SubjectAction.CHANGE,
        subject -> {
          subject.change(rules.of(request, subject));
          if (subject.status().isNumbered()) {
            guardianship.requireToRegister(subject);
          }
          keepPersonalId(subject, request.personalId());
        });
  }

  @Transactional
  UUID change(UUID id, String ifMatch, OrganisationRequest request) {
    var particulars = rules.of(request);
    return change(
        id,
        ifMatch,
        SubjectKind.ORGANISATION,
        SubjectAction.CHANGE,
        subject -> {
          subject.change(particulars);
          if (subject.status().isNumbered()) {
            TaxCodes.requireToRegister(subject);
          }
        });
  }

  @Transactional
  UUID verify(SubjectKind kind, UUID id, String ifMatch, VerificationRequest request) {
    return change(
        id,
        ifMatch,
        kind,
        SubjectAction.VERIFY,
        subject -> subject.verify(request, Moment.of(clock)));
  }

  @Transactional
  UUID register(SubjectKind kind, UUID id, String ifMatch) {
    return change(id, ifMatch, kind, SubjectAction.REGISTER, this::register);
  }

  @Transactional
  UUID deactivate(SubjectKind kind, UUID id, String ifMatch, ReasonRequest request) {
    return change(id, ifMatch, kind, SubjectAction.DEACTIVATE, s -> s.deactivate(request.reason()));
  }

  @Transactional
  UUID reactivate(SubjectKind kind, UUID id, String ifMatch, ReasonRequest request) {
    return change(
        id,
        ifMatch,
        kind,
        SubjectAction.REACTIVATE,
        subject -> {
          subject.reactivate(request.reason());
          TaxCodes.requireToRegister(subject);
          guardianship.requireToRegister(subject);
        });
  }

  @Transactional
  UUID deregister(SubjectKind kind, UUID id, String ifMatch, ReasonRequest request) {
    return change(id, ifMatch, kind, SubjectAction.DEREGISTER, s -> s.deregister(request.reason()));
  }

  /**
   * Locks both subjects, always the smaller id first, so that two merges cannot wait in a circle.
   */
  @Transactional
  UUID merge(UUID id, String ifMatch, MergeRequest request) {
    if (id.compareTo(request.into()) < 0) {
      subjects.lock(id);
    }
    var into = subjects.lock(request.into());
    var subject = subjects.lock(id);
    ownMatter.refuse(subject);
    ownMatter.refuse(into);
    Etag.require(ifMatch, subject.version());
    subject.mergeInto(into, request.reason());
    mergeBounds.requireRoom(subject, into);
    journal.tell(subject, SubjectAction.MERGE.past());
    return id;
  }

  @Transactional
  UUID unmerge(UUID id, String ifMatch, ReasonRequest request) {
    return change(
        id, ifMatch, null, SubjectAction.UNMERGE, subject -> subject.unmerge(request.reason()));
  }

  private UUID change(
      UUID id, String ifMatch, SubjectKind kind, SubjectAction action, Consumer<Subject> verb) {
    var subject = subjects.lock(id);
    if (kind != null) {
      SubjectReader.requireKind(subject, kind);
    }
    ownMatter.refuse(subject);
    Etag.require(ifMatch, subject.version());
    subject.require(action);
    verb.accept(subject);
    journal.tell(subject, action.past());
    return id;
  }

  private void register(Subject subject) {
    var number =
        subject.kind() == SubjectKind.KOL ? RegistrationNumber.of(subjects.nextNumber()) : null;
    subject.register(number, Moment.of(clock));
    TaxCodes.requireToRegister(subject);
    guardianship.requireToRegister(subject);
  }

  private void keepPersonalId(Subject subject, String personalId) {
    if (personalId != null) {
      subject.personalIdEnds(personalIds.keep(subject.id(), personalId));
    }
  }
}
