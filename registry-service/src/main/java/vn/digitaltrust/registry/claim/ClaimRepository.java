package vn.digitaltrust.registry.claim;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.digitaltrust.door.Refusal;

/** Where claims are kept. */
@ApplicationScoped
class ClaimRepository implements PanacheRepositoryBase<AccountClaim, UUID> {
  private static final UUID FIRST = new UUID(0, 0);

  AccountClaim require(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> Refusal.notFound("account-claim", id));
  }

  /** Locks a claim and reads it anew: it may have changed while its subject was waited for. */
  void lock(AccountClaim claim) {
    getEntityManager().refresh(claim, LockModeType.PESSIMISTIC_WRITE);
  }

  Optional<AccountClaim> open(UUID account, UUID subject) {
    return find("#AccountClaim.open", Map.of("account", account, "subject", subject))
        .firstResultOptional();
  }

  Optional<AccountClaim> marked(UUID account, byte[] mark) {
    return find("#AccountClaim.marked", Map.of("account", account, "mark", mark))
        .firstResultOptional();
  }

  List<AccountClaim> page(ClaimStatus status, UUID after, int most) {
    var from = after == null ? FIRST : after;
    var query =
        status == null
            ? find("#AccountClaim.all", Map.of("after", from))
            : find("#AccountClaim.ofStatus", Map.of("status", status, "after", from));
    return query.page(0, most).list();
  }

  long countOpen(Collection<UUID> subjects) {
    return count(
        "subject in ?1 and claimStatus in ?2",
        subjects,
        Set.of(ClaimStatus.CLAIMED, ClaimStatus.CONTESTED));
  }

  List<AccountClaim> toErase(UUID subject) {
    return find("#AccountClaim.toErase", Map.of("subject", subject)).list();
  }

  /** CLM-9. No entry tells a reason, so none changes. */
  void deleteReasons(UUID subject) {
    getEntityManager()
        .createQuery("update AccountClaim set reason = null where subject = :subject")
        .setParameter("subject", subject)
        .executeUpdate();
  }
}
