package vn.digitaltrust.gateway.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.digitaltrust.gateway.trust.Samples.END;
import static vn.digitaltrust.gateway.trust.Samples.MIDDLE;
import static vn.digitaltrust.gateway.trust.Samples.START;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.gateway.account.Account;
import vn.digitaltrust.gateway.account.Platform;

class RegistryContentTest {
  private static final Account ACCOUNT = Account.ofHandle(Platform.TIKTOK, "hu.cau.linh");

  private final RegistryContent content = new RegistryContent();
  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();
  private final UUID third = UUID.randomUUID();

  @Test
  @DisplayName("GW-11 a chain of merges ends at the last; everything of the group counts")
  void merged() {
    content.put(Samples.subject(first, "MERGED", "KOL-1", second));
    content.put(Samples.subject(second, "MERGED", null, third));
    content.put(Samples.subject(third, "REGISTERED", "KOL-3", null));

    assertEquals(third, content.canonical(first).id());
    assertEquals(Set.of(first, second, third), content.group(third));
    assertEquals(Optional.of(first), content.holder("KOL-1"));
  }

  @Test
  @DisplayName("GW-11 an undone merge is undone here")
  void unmerged() {
    content.put(Samples.subject(first, "MERGED", null, second));
    content.put(Samples.subject(second, "REGISTERED", null, null));
    content.put(Samples.subject(first, "REGISTERED", null, null));

    assertEquals(first, content.canonical(first).id());
    assertEquals(Set.of(second), content.group(second));
  }

  @Test
  @DisplayName("GW-11 a circle of merges ends, and still counts everything")
  void circle() {
    content.put(Samples.subject(first, "MERGED", null, second));
    content.put(Samples.subject(second, "MERGED", null, first));

    Subject end = content.canonical(first);

    assertEquals("MERGED", end.status());
    assertEquals(Set.of(first, second), content.group(end.id()));
  }

  @Test
  @DisplayName("GW-4 an account is its owner's from its start until its end")
  void account() {
    content.put(Samples.account(UUID.randomUUID(), first, "hu.cau.linh", START, MIDDLE));
    content.put(Samples.account(UUID.randomUUID(), second, "hu.cau.linh", MIDDLE, null));

    assertEquals(Optional.empty(), content.owner(ACCOUNT, START.minusNanos(1)));
    assertEquals(Optional.of(first), content.owner(ACCOUNT, START));
    assertEquals(Optional.of(second), content.owner(ACCOUNT, MIDDLE));
    assertEquals(Optional.of(second), content.owner(ACCOUNT, END));
  }

  @Test
  @DisplayName("GW-4 an account that was renamed or erased is not found by what it was")
  void changed() {
    UUID account = UUID.randomUUID();
    content.put(Samples.account(account, first, "hu.cau.linh", START, null));
    content.put(Samples.account(account, first, "hu.cau.moi", START, null));
    assertEquals(Optional.empty(), content.owner(ACCOUNT, MIDDLE));

    content.put(Samples.account(account, first, "hu.cau.linh", START, null));
    assertEquals(Optional.of(first), content.owner(ACCOUNT, MIDDLE));

    content.put(Samples.account(account, first, null, START, null));
    assertEquals(Optional.empty(), content.owner(ACCOUNT, MIDDLE));
    assertEquals(1, content.accountCount());
  }

  @Test
  @DisplayName("GW-14 an owner that the registry has not shown is known by its id")
  void unseen() {
    assertEquals(new Subject(first, null, null, null, null), content.canonical(first));
  }
}
