package vn.digitaltrust.registry.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.digitaltrust.door.Caller;
import vn.digitaltrust.door.Etag;
import vn.digitaltrust.door.Ids;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.journal.Change;
import vn.digitaltrust.journal.Journal;
import vn.digitaltrust.journal.Moment;
import vn.digitaltrust.registry.account.Accounts;
import vn.digitaltrust.registry.platform.RunningPlatforms;
import vn.digitaltrust.registry.subject.SubjectErased;
import vn.digitaltrust.registry.subject.Subjects;

/** What is done to claims: load, verb, journal, in one transaction each. */
@ApplicationScoped
class ClaimDesk {
  private static final int MOST_OPEN = 100;

  private final ClaimRepository claims;
  private final ChallengeCodes codes;
  private final Accounts accounts;
  private final Subjects subjects;
  private final RunningPlatforms platforms;
  private final Journal journal;
  private final Caller caller;
  private final Clock clock;
  private final Duration codeLasts;

  ClaimDesk(
      ClaimRepository claims,
      ChallengeCodes codes,
      Accounts accounts,
      Subjects subjects,
      RunningPlatforms platforms,
      Journal journal,
      Caller caller,
      Clock clock,
      @ConfigProperty(name = "registry.claims.code-lasts") Duration codeLasts) {
    this.claims = claims;
    this.codes = codes;
    this.accounts = accounts;
    this.subjects = subjects;
    this.platforms = platforms;
    this.journal = journal;
    this.caller = caller;
    this.clock = clock;
    this.codeLasts = codeLasts;
  }

  @Transactional
  UUID claim(UUID account, ClaimRequest request) {
    var subject = request.subject();
    subjects.holdForItself(subject);
    var now = Moment.of(clock);
    var held = requireOpen(account);
    var same = subjects.sameAs(subject);
    if (same.contains(held.subject()) && held.provenAt() != null) {
      throw Refusal.state("claim.proven-already", held.provenAt());
    }
    claims.open(account, subject).ifPresent(there -> makeRoom(there, held, now));
    if (claims.countOpen(same) >= MOST_OPEN) {
      throw Refusal.rule("CLM-8", "claim.full", MOST_OPEN);
    }
    var id = Ids.next(now);
    var mark = codes.mark(codes.of(id));
    var claim = new AccountClaim(id, account, subject, mark, now, now.plus(codeLasts));
    claims.persist(claim);
    tell(claim, held.subject(), "account-claim.made");
    claims.flush();
    return id;
  }

  /** CLM-2. */
  private void makeRoom(AccountClaim there, Accounts.Held held, Instant now) {
    if (there.status() == ClaimStatus.CONTESTED) {
      throw Refusal.state("claim.contested");
    }
    if (there.codeCounts(now)) {
      throw Refusal.state("claim.open", there.codeEndsAt());
    }
    there.lapse();
    claims.flush();
    tell(there, held.subject(), "account-claim.refused");
  }

  /** CLM-3 to CLM-5. Who may not attest here learns nothing about the code. */
  @Transactional
  UUID attest(UUID account, AttestationRequest request) {
    var organisation =
        caller.memberId().orElseThrow(() -> Refusal.forbidden("claim.unbound-platform"));
    var held = accounts.held(account);
    if (!platforms.runs(organisation, held.platform(), held.host())) {
      throw Refusal.forbidden("claim.other-platform", held.platform());
    }
    var claim =
        claims
            .marked(account, codes.mark(request.code()))
            .orElseThrow(() -> Refusal.rule("CLM-4", "claim.code-unknown"));
    subjects.lockBoth(claim.subject(), held.subject());
    claims.lock(claim);
    var now = Moment.of(clock);
    requireOpen(account);
    var ofHolder = samePerson(claim.subject(), held.subject());
    claim.attest(organisation, ofHolder, now);
    claims.flush();
    if (ofHolder) {
      accounts.prove(account, now);
    }
    tell(claim, held.subject(), ofHolder ? "account-claim.proven" : "account-claim.contested");
    return claim.id();
  }

  /** CLM-6. */
  @Transactional
  UUID decide(UUID id, String ifMatch, ClaimDecisionRequest request) {
    var claim = claims.require(id);
    var held = accounts.held(claim.account());
    subjects.lockBoth(claim.subject(), held.subject());
    claims.lock(claim);
    Etag.require(ifMatch, claim.version());
    var now = Moment.of(clock);
    if (request.outcome() == ClaimDecisionRequest.Outcome.REFUSED) {
      claim.refuse(caller.id(), request.reason(), now);
      claims.flush();
      tell(claim, held.subject(), "account-claim.refused");
      return id;
    }
    claim.grant(caller.id(), request.reason(), now);
    claims.flush();
    accounts.handOver(claim.account(), canonical(claim.subject()), now);
    tell(claim, held.subject(), "account-claim.granted");
    return id;
  }

  /** CLM-9, in the transaction of the erasure. */
  void erase(@Observes SubjectErased erased) {
    for (var claim : claims.toErase(erased.subject())) {
      claim.lapse();
      claims.flush();
      tell(claim, claim.subject(), "account-claim.refused");
    }
    claims.deleteReasons(erased.subject());
  }

  private Accounts.Held requireOpen(UUID account) {
    var held = accounts.held(account);
    if (!held.open()) {
      throw Refusal.state("claim.account-closed");
    }
    return held;
  }

  private boolean samePerson(UUID one, UUID another) {
    return canonical(one).equals(canonical(another));
  }

  private UUID canonical(UUID subject) {
    return subjects.canonical(List.of(subject)).getOrDefault(subject, subject);
  }

  /** Told to the claimant and, once it is attested, to whoever holds the account (CLM-7). */
  private void tell(AccountClaim claim, UUID holder, String type) {
    var parties =
        claim.attestedAt() == null ? List.of(claim.subject()) : List.of(claim.subject(), holder);
    journal.append(
        Change.of(
                type,
                claim.subject(),
                "account-claim",
                claim.id(),
                claim.version(),
                ClaimState.of(claim))
            .forParties(parties.stream().distinct().toArray(UUID[]::new)));
  }
}
