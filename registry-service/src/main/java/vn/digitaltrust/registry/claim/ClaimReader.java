package vn.digitaltrust.registry.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import vn.digitaltrust.door.Caller;
import vn.digitaltrust.door.Cursor;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.journal.AccessLog;
import vn.digitaltrust.registry.account.Accounts;
import vn.digitaltrust.registry.subject.Subjects;
import vn.digitaltrust.vocabulary.Roles;

/** How claims are read, and by whom. */
@ApplicationScoped
class ClaimReader {
  private final ClaimRepository claims;
  private final ChallengeCodes codes;
  private final Accounts accounts;
  private final Subjects subjects;
  private final AccessLog accessLog;
  private final Caller caller;
  private final Clock clock;

  ClaimReader(
      ClaimRepository claims,
      ChallengeCodes codes,
      Accounts accounts,
      Subjects subjects,
      AccessLog accessLog,
      Caller caller,
      Clock clock) {
    this.claims = claims;
    this.codes = codes;
    this.accounts = accounts;
    this.subjects = subjects;
    this.accessLog = accessLog;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * A claim for who made it, for the office, for the platform that attested it, and, once it is
   * contested, for who holds the account.
   *
   * @throws Refusal 404 for everybody else
   */
  @Transactional
  Answer read(UUID id) {
    var claim = claims.require(id);
    var claimant = subjects.speaksFor(claim.subject());
    if (!claimant && !isOffice() && !attested(claim) && !holds(claim)) {
      throw Refusal.notFound("account-claim", id);
    }
    accessLog.read("account-claim", claim.subject());
    var code = claimant && claim.codeCounts(clock.instant()) ? codes.of(id) : null;
    return new Answer(ClaimView.of(claim, code, isOffice()), claim.version());
  }

  private boolean attested(AccountClaim claim) {
    return caller.memberId().filter(member -> member.equals(claim.attestedBy())).isPresent();
  }

  private boolean holds(AccountClaim claim) {
    return claim.attestedAt() != null
        && subjects.speaksFor(accounts.held(claim.account()).subject());
  }

  private boolean isOffice() {
    return caller.isAny(Roles.REGISTRAR, Roles.AUDITOR);
  }

  @Transactional
  Page<ClaimView> list(ClaimStatus status, String token, int asked) {
    var limit = Page.limit(asked);
    var cursor = Cursor.of("account-claims", status);
    var after = cursor.read(token);
    var rows = claims.page(status, after == null ? null : UUID.fromString(after), limit + 1);
    var page = Page.of(rows, limit, claim -> claim.id().toString(), cursor);
    page.items().forEach(claim -> accessLog.read("account-claim", claim.subject()));
    return page.map(claim -> ClaimView.of(claim, null, true));
  }

  /** A claim and its version. */
  record Answer(ClaimView view, long version) {}
}
