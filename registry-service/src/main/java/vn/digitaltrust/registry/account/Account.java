package vn.digitaltrust.registry.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.account.AccountAddress;
import vn.digitaltrust.vocabulary.account.Platform;

/** One interval in which an account was a subject's. */
@Entity
@NamedQuery(name = "Account.subjectOf", query = "select subject from Account where id = :id")
@NamedQuery(
    name = "Account.ofSubjects",
    query = "from Account where subject in :subjects and id > :after order by id")
@NamedQuery(
    name = "Account.holderOfHandle",
    query =
        "from Account where platform = :platform and handleKey = :key"
            + " and (endsAt is null or endsAt > :from) order by startsAt desc")
@NamedQuery(
    name = "Account.holderOfPlatformId",
    query =
        "from Account where platform = :platform and platformId = :key"
            + " and (endsAt is null or endsAt > :from) order by startsAt desc")
@NamedQuery(
    name = "Account.ofHandle",
    query =
        "from Account where platform = :platform and handleKey = :key and id > :after order by id")
@NamedQuery(
    name = "Account.ofPlatformId",
    query =
        "from Account where platform = :platform and platformId = :key and id > :after order by id")
@NamedQuery(
    name = "Account.toErase",
    query = "from Account where subject = :subject and not erased")
class Account {
  @Id private UUID id;
  @Version private long version;
  private UUID subject;

  @Enumerated(EnumType.STRING)
  private Platform platform;

  private String platformId;
  private String handleKey;
  private String displayHandle;
  private String url;
  private Instant startsAt;
  private Instant endsAt;
  private boolean erased;
  private Instant provenAt;

  Account() {}

  Account(UUID id, UUID subject, AccountAddress address, String platformId, Instant startsAt) {
    this.id = id;
    this.subject = subject;
    this.platform = address.platform();
    this.platformId = platformId;
    this.handleKey = address.handleKey();
    this.displayHandle = address.displayHandle();
    this.url = address.url();
    this.startsAt = startsAt;
  }

  /** ACC-3, ACC-4. */
  void close(Instant at, Instant now) {
    if (endsAt != null) {
      throw Refusal.state("account.closed", endsAt);
    }
    if (!at.isAfter(startsAt) || at.isAfter(now)) {
      throw Refusal.rule("ACC-4", "account.end", startsAt);
    }
    endsAt = at;
  }

  /** CLM-5: that the account is its subject's was seen; the first time counts. */
  void prove(Instant at) {
    if (provenAt == null) {
      provenAt = at;
    }
  }

  /** ACC-5. The end lies after the beginning even for an account opened this very moment. */
  void erase(Instant now) {
    if (endsAt == null) {
      endsAt = now.isAfter(startsAt) ? now : startsAt.plusNanos(1_000);
    }
    platformId = null;
    handleKey = null;
    displayHandle = null;
    url = null;
    erased = true;
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  UUID subject() {
    return subject;
  }

  Platform platform() {
    return platform;
  }

  String platformId() {
    return platformId;
  }

  String handleKey() {
    return handleKey;
  }

  String displayHandle() {
    return displayHandle;
  }

  String url() {
    return url;
  }

  Instant startsAt() {
    return startsAt;
  }

  Instant endsAt() {
    return endsAt;
  }

  Instant provenAt() {
    return provenAt;
  }

  /** Where the account is, to open it for somebody else; null after an erasure. */
  AccountAddress address() {
    if (erased) {
      return null;
    }
    return handleKey != null
        ? AccountAddress.ofHandle(platform, displayHandle)
        : AccountAddress.ofPlatformId(platform, platformId);
  }
}
