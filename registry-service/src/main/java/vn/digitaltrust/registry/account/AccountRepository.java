package vn.digitaltrust.registry.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.account.AccountAddress;
import vn.digitaltrust.vocabulary.account.Platform;

/** Where accounts are kept. */
@ApplicationScoped
class AccountRepository implements PanacheRepositoryBase<Account, UUID> {
  private static final UUID FIRST = new UUID(0, 0);

  Account require(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> Refusal.notFound("account", id));
  }

  Account lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> Refusal.notFound("account", id));
  }

  /** Whose an account is, which never changes; the account itself is not read. */
  UUID subjectOf(UUID id) {
    return getEntityManager()
        .createNamedQuery("Account.subjectOf", UUID.class)
        .setParameter("id", id)
        .getResultStream()
        .findAny()
        .orElseThrow(() -> Refusal.notFound("account", id));
  }

  List<Account> ofSubjects(Collection<UUID> subjects, UUID after, int most) {
    return page("#Account.ofSubjects", Map.of("subjects", subjects), after, most);
  }

  /** Who has this handle, or this id, at an instant or later; the database lets one at a time. */
  Optional<Account> holder(Platform platform, boolean byHandle, String key, Instant from) {
    return find(
            byHandle ? "#Account.holderOfHandle" : "#Account.holderOfPlatformId",
            Map.of("platform", platform, "key", key, "from", from))
        .page(0, 1)
        .firstResultOptional();
  }

  List<Account> at(AccountAddress address, UUID after, int most) {
    var byHandle = address.handleKey() != null;
    return page(
        byHandle ? "#Account.ofHandle" : "#Account.ofPlatformId",
        Map.of(
            "platform",
            address.platform(),
            "key",
            byHandle ? address.handleKey() : address.platformId()),
        after,
        most);
  }

  /** How many accounts these subjects have and had together. */
  long countOf(Collection<UUID> subjects) {
    return count("subject in ?1", subjects);
  }

  List<Account> toErase(UUID subject) {
    return find("#Account.toErase", Map.of("subject", subject)).list();
  }

  private List<Account> page(String query, Map<String, Object> filter, UUID after, int most) {
    var parameters = new HashMap<>(filter);
    parameters.put("after", after == null ? FIRST : after);
    return find(query, parameters).page(0, most).list();
  }
}
