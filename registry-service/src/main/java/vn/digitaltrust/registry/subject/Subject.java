package vn.digitaltrust.registry.subject;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import vn.digitaltrust.door.Refusal;

/**
 * A KOL or an organisation, from its first mention to its tombstone. Every verb checks the status
 * first (REG-1); what the journal is told follows from {@link SubjectState} and {@link
 * SubjectFile}.
 */
@Entity
@NamedQuery(
    name = "Subject.page",
    query =
        "from Subject where kind = :kind and status in :statuses and id > :after"
            + " and (:asked = true or erasureRequest is null) order by id")
@NamedQuery(
    name = "Subject.shown",
    query = "from Subject s left join fetch s.names where s.id = :id")
@NamedQuery(
    name = "Subject.shownByNumber",
    query = "from Subject s left join fetch s.names where s.registrationNumber = :number")
@NamedQuery(name = "Subject.mergedInto", query = "from Subject where mergedInto in :ids")
@NamedQuery(
    name = "Subject.idsMergedInto",
    query = "select id from Subject where mergedInto in :ids")
class Subject {
  @Id private UUID id;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  private SubjectKind kind;

  @Enumerated(EnumType.STRING)
  private SubjectStatus status;

  @Enumerated(EnumType.STRING)
  private SubjectStatus statusBeforeMerge;

  private String statusReason;
  private UUID mergedInto;
  private String registrationNumber;

  @ElementCollection
  @CollectionTable(name = "subject_name", joinColumns = @JoinColumn(name = "subject"))
  @OrderColumn(name = "place")
  @BatchSize(size = 100)
  private List<Name> names = new ArrayList<>();

  private String displayName;
  private boolean namesWithheld;

  @Enumerated(EnumType.STRING)
  private Influence influence;

  @Enumerated(EnumType.STRING)
  private Category category;

  @Convert(converter = Languages.class)
  private List<String> languages;

  @Enumerated(EnumType.STRING)
  private OrganisationType organisationType;

  private String taxCode;
  private String homeProvince;
  @Embedded private PrivatePart privatePart = new PrivatePart();
  @Embedded private Recording recording;
  private Instant registeredAt;
  private Instant erasedAt;

  /** The request while somebody has asked for the erasure and nobody has decided. */
  private UUID erasureRequest;

  private Instant createdAt;

  /** REG-70: the name as it was told last, null if it was never. */
  @Transient private SubjectNameState toldName;

  Subject() {}

  private Subject(UUID id, SubjectKind kind, SubjectStatus status, Instant now) {
    this.id = id;
    this.kind = kind;
    this.status = status;
    this.createdAt = now;
  }

  /** A subject that asks to be registered. */
  static Subject submitted(UUID id, SubjectKind kind, Particulars particulars, Instant now) {
    var subject = new Subject(id, kind, SubjectStatus.SUBMITTED, now);
    subject.take(particulars);
    return subject;
  }

  /** A subject that is entered only because a decision concerns it. */
  static Subject recorded(
      UUID id, SubjectKind kind, Particulars particulars, String by, Instant now) {
    var subject = new Subject(id, kind, SubjectStatus.RECORDED, now);
    subject.recording = new Recording(by);
    subject.take(particulars);
    return subject;
  }

  void submit(Particulars particulars) {
    move(SubjectAction.SUBMIT, null);
    take(particulars);
  }

  void change(Particulars particulars) {
    move(SubjectAction.CHANGE, statusReason);
    take(particulars);
  }

  void verify(VerificationRequest check, Instant now) {
    move(SubjectAction.VERIFY, null);
    ownPart().verified(check, now);
  }

  /**
   * @param number a fresh registration number; organisations get none
   */
  void register(String number, Instant now) {
    move(SubjectAction.REGISTER, null);
    registrationNumber = number;
    registeredAt = now;
  }

  void deactivate(String reason) {
    move(SubjectAction.DEACTIVATE, reason);
  }

  void reactivate(String reason) {
    move(SubjectAction.REACTIVATE, reason);
  }

  void deregister(String reason) {
    move(SubjectAction.DEREGISTER, reason);
  }

  /** The caller holds the locks on both and has made sure that {@code into} is canonical. */
  void mergeInto(Subject into, String reason) {
    require(SubjectAction.MERGE);
    if (erasureRequest != null) {
      throw Refusal.rule("REG-85", "merge.erasure-asked", erasureRequest);
    }
    MergeRules.check(this, into);
    statusBeforeMerge = status;
    status = SubjectStatus.MERGED;
    statusReason = reason;
    mergedInto = into.id;
  }

  void unmerge(String reason) {
    move(SubjectAction.UNMERGE, reason);
    statusBeforeMerge = null;
    mergedInto = null;
  }

  /** REG-84: somebody asks for the erasure; until that is decided the names are not displayed. */
  void askErasure(UUID request) {
    require(SubjectAction.ERASE);
    if (erasureRequest != null) {
      throw Refusal.state("erasure.asked", erasureRequest);
    }
    erasureRequest = request;
  }

  /** Nobody asks for the erasure any more. */
  void keepAfterAll() {
    erasureRequest = null;
  }

  void erase(String reason, Instant now) {
    move(SubjectAction.ERASE, reason);
    leaveTombstone(now);
  }

  /** Goes with the subject that it was merged into, and never by itself. */
  void eraseWithCanonical(String reason, Instant now) {
    if (status != SubjectStatus.MERGED) {
      throw new IllegalStateException(status + " is erased by itself");
    }
    status = SubjectStatus.ERASED;
    statusReason = reason;
    leaveTombstone(now);
  }

  /** Leaves id, kind, number, reason and date. */
  private void leaveTombstone(Instant now) {
    statusBeforeMerge = null;
    mergedInto = null;
    names.clear();
    displayName = null;
    influence = null;
    category = null;
    languages = null;
    organisationType = null;
    taxCode = null;
    homeProvince = null;
    privatePart = new PrivatePart();
    recording = new Recording();
    erasureRequest = null;
    erasedAt = now;
  }

  /** Notes by which three digits people recognise the personal ID number that is kept sealed. */
  void personalIdEnds(String lastThreeDigits) {
    ownPart().personalIdEnds(lastThreeDigits);
  }

  /** REG-1. */
  void require(SubjectAction action) {
    if (!status.allows(action)) {
      throw Refusal.state("subject.status", status, action.past());
    }
  }

  private void move(SubjectAction action, String reason) {
    require(action);
    status = status.after(action, statusBeforeMerge);
    statusReason = reason;
  }

  private void take(Particulars p) {
    names.clear();
    p.names().stream().map(Name::of).forEach(names::add);
    displayName = ShownName.of(kind, names());
    namesWithheld = p.namesWithheld();
    influence = p.influence();
    category = p.category();
    languages = p.languages();
    organisationType = p.organisationType();
    taxCode = p.taxCode();
    homeProvince = p.homeProvince();
    ownPart().take(p);
  }

  @PostLoad
  void loaded() {
    toldName = SubjectNameState.of(this);
  }

  /**
   * REG-70: whether what offices know of the name has changed since it was told; from here on it
   * counts as told.
   */
  boolean tellsName() {
    var before = toldName;
    toldName = SubjectNameState.of(this);
    return before == null ? toldName.displayName() != null : !toldName.equals(before);
  }

  /** Whether every member may see the names (REG-3). */
  boolean namesArePublic() {
    return status == SubjectStatus.REGISTERED && !namesWithheld && erasureRequest == null;
  }

  UUID erasureRequest() {
    return erasureRequest;
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  SubjectKind kind() {
    return kind;
  }

  SubjectStatus status() {
    return status;
  }

  String statusReason() {
    return statusReason;
  }

  UUID mergedInto() {
    return mergedInto;
  }

  String registrationNumber() {
    return registrationNumber;
  }

  List<TypedName> names() {
    return names.stream().map(Name::typed).toList();
  }

  String displayName() {
    return displayName;
  }

  boolean namesWithheld() {
    return namesWithheld;
  }

  Influence influence() {
    return influence;
  }

  Category category() {
    return category;
  }

  /** The codes of languages, or null. */
  List<String> languages() {
    return languages;
  }

  OrganisationType organisationType() {
    return organisationType;
  }

  String taxCode() {
    return taxCode;
  }

  String homeProvince() {
    return homeProvince;
  }

  Recording recording() {
    return recording == null ? new Recording() : recording;
  }

  /** Never null, though Hibernate leaves an embedded part null when all its columns are. */
  PrivatePart privatePart() {
    return privatePart == null ? new PrivatePart() : privatePart;
  }

  /** The part to write to; not for reading, which must not make the subject look changed. */
  private PrivatePart ownPart() {
    if (privatePart == null) {
      privatePart = new PrivatePart();
    }
    return privatePart;
  }
}
