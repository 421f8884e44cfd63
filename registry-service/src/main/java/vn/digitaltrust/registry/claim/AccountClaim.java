package vn.digitaltrust.registry.claim;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import vn.digitaltrust.door.Refusal;

/** One claim: asked for by a subject, attested by a platform, decided where it is contested. */
@Entity
@NamedQuery(
    name = "AccountClaim.open",
    query =
        "from AccountClaim where account = :account and subject = :subject"
            + " and claimStatus in (CLAIMED, CONTESTED)")
@NamedQuery(
    name = "AccountClaim.marked",
    query = "from AccountClaim where account = :account and mark = :mark")
@NamedQuery(name = "AccountClaim.all", query = "from AccountClaim where id > :after order by id")
@NamedQuery(
    name = "AccountClaim.ofStatus",
    query = "from AccountClaim where claimStatus = :status and id > :after order by id")
@NamedQuery(
    name = "AccountClaim.toErase",
    query =
        "from AccountClaim where subject = :subject and claimStatus in (CLAIMED, CONTESTED)"
            + " order by id")
class AccountClaim {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID account;

  @Column(updatable = false)
  private UUID subject;

  @Enumerated(EnumType.STRING)
  private ClaimStatus claimStatus;

  @Column(updatable = false)
  private byte[] mark;

  @Column(updatable = false)
  private Instant claimedAt;

  @Column(updatable = false)
  private Instant codeEndsAt;

  private UUID attestedBy;
  private Instant attestedAt;
  private String decidedBy;
  private Instant decidedAt;
  private String reason;

  AccountClaim() {}

  AccountClaim(
      UUID id, UUID account, UUID subject, byte[] mark, Instant claimedAt, Instant codeEndsAt) {
    this.id = id;
    this.account = account;
    this.subject = subject;
    this.claimStatus = ClaimStatus.CLAIMED;
    this.mark = mark;
    this.claimedAt = claimedAt;
    this.codeEndsAt = codeEndsAt;
  }

  /** CLM-4, CLM-5. */
  void attest(UUID organisation, boolean ofHolder, Instant now) {
    if (attestedAt != null) {
      throw Refusal.state("claim.attested-already", attestedAt);
    }
    if (claimStatus != ClaimStatus.CLAIMED || !codeCounts(now)) {
      throw Refusal.state("claim.code-over", codeEndsAt);
    }
    attestedBy = organisation;
    attestedAt = now;
    become(ofHolder ? ClaimStatus.PROVEN : ClaimStatus.CONTESTED);
  }

  /** CLM-6. */
  void grant(String registrar, String why, Instant now) {
    if (claimStatus != ClaimStatus.CONTESTED) {
      throw Refusal.state("claim.not-contested", claimStatus);
    }
    decide(ClaimStatus.PROVEN, registrar, why, now);
  }

  /** CLM-6. */
  void refuse(String registrar, String why, Instant now) {
    decide(ClaimStatus.REFUSED, registrar, why, now);
  }

  private void decide(ClaimStatus next, String registrar, String why, Instant now) {
    become(next);
    decidedBy = registrar;
    decidedAt = now;
    reason = why;
  }

  /** CLM-2, CLM-9: nobody decides; the claim is over. */
  void lapse() {
    become(ClaimStatus.REFUSED);
  }

  private void become(ClaimStatus next) {
    if (!claimStatus.mayBecome(next)) {
      throw Refusal.state("claim.over", claimStatus);
    }
    claimStatus = next;
  }

  boolean codeCounts(Instant now) {
    return claimStatus == ClaimStatus.CLAIMED && now.isBefore(codeEndsAt);
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  UUID account() {
    return account;
  }

  UUID subject() {
    return subject;
  }

  ClaimStatus status() {
    return claimStatus;
  }

  Instant claimedAt() {
    return claimedAt;
  }

  Instant codeEndsAt() {
    return codeEndsAt;
  }

  UUID attestedBy() {
    return attestedBy;
  }

  Instant attestedAt() {
    return attestedAt;
  }

  String decidedBy() {
    return decidedBy;
  }

  Instant decidedAt() {
    return decidedAt;
  }

  String reason() {
    return reason;
  }
}
