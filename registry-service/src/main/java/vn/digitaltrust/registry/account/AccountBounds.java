package vn.digitaltrust.registry.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.registry.subject.Belongings;

/**
 * ACC-7: how many accounts one person has at most, closed ones included. An erasure takes them all
 * in one transaction, and a transaction has at most 1,000 journal entries.
 */
@ApplicationScoped
class AccountBounds implements Belongings {
  private static final int MOST = 500;

  private final AccountRepository accounts;

  AccountBounds(AccountRepository accounts) {
    this.accounts = accounts;
  }

  /**
   * Refuses an account too many.
   *
   * @param same all subjects that are the same person
   * @throws Refusal 422 ACC-7
   */
  void requireRoom(Collection<UUID> same) {
    if (accounts.countOf(same) >= MOST) {
      throw Refusal.rule("ACC-7", "account.full", MOST);
    }
  }

  @Override
  public void requireRoomToMerge(Collection<UUID> same) {
    if (accounts.countOf(same) > MOST) {
      throw Refusal.rule("ACC-7", "account.merge-full", MOST);
    }
  }
}
