package vn.digitaltrust.gateway.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.digitaltrust.gateway.trust.Samples.END;
import static vn.digitaltrust.gateway.trust.Samples.MIDDLE;
import static vn.digitaltrust.gateway.trust.Samples.START;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.gateway.account.Account;
import vn.digitaltrust.gateway.account.Platform;
import vn.digitaltrust.gateway.testing.Patience;
import vn.digitaltrust.journal.Entry;

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

    for (UUID named : List.of(first, second, third)) {
      assertEquals(third, family(named).canonical().id());
      assertEquals(Set.of(first, second, third), family(named).members());
    }
    assertEquals(Optional.of(first), content.holder("KOL-1").map(Subject::id));
  }

  @Test
  @DisplayName("GW-11 an undone merge is undone here")
  void unmerged() {
    content.put(Samples.subject(first, "MERGED", null, second));
    content.put(Samples.subject(second, "REGISTERED", null, null));
    content.put(Samples.subject(first, "REGISTERED", null, null));

    assertEquals(first, family(first).canonical().id());
    assertEquals(Set.of(first), family(first).members());
    assertEquals(Set.of(second), family(second).members());
  }

  @Test
  @DisplayName("GW-11 a circle of merges ends, and still counts everything")
  void circle() {
    content.put(Samples.subject(first, "MERGED", null, second));
    content.put(Samples.subject(second, "MERGED", null, first));

    RegistryContent.Family family = family(first);

    assertEquals("MERGED", family.canonical().status());
    assertEquals(Set.of(first, second), family.members());
  }

  @Test
  @DisplayName("GW-11 however many were merged, and however long the chain, everything counts")
  void large() {
    UUID canonical = UUID.randomUUID();
    content.put(Samples.subject(canonical, "REGISTERED", null, null));
    UUID into = canonical;
    for (int i = 0; i < 1_000; i++) {
      UUID merged = UUID.randomUUID();
      content.put(Samples.subject(merged, "MERGED", null, into));
      into = i < 500 ? merged : canonical;
    }
    assertEquals(1_001, family(canonical).members().size());
    assertEquals(canonical, family(into).canonical().id());
  }

  @Test
  @DisplayName("GW-11 who looks while a merge is undone sees it as told or as not yet told")
  void whileUnmerged() throws Exception {
    content.put(Samples.subject(second, "REGISTERED", null, null));
    Entry merged = Samples.subject(first, "MERGED", null, second);
    Entry apart = Samples.subject(first, "REGISTERED", null, null);
    content.put(merged);
    AtomicBoolean stop = new AtomicBoolean();
    Thread registry =
        new Thread(
            () -> {
              while (!stop.get()) {
                content.put(apart);
                content.put(merged);
              }
            });
    registry.start();
    try {
      for (int i = 0; i < 2_000_000; i++) {
        // Whatever stands against the first is found by its name at any moment.
        assertTrue(family(first).members().contains(first));
      }
    } finally {
      stop.set(true);
      registry.join();
    }
  }

  @Test
  @DisplayName("GW-4 who looks while an account changes its name finds its owner")
  void whileRenamed() throws Exception {
    UUID[] ids = {UUID.randomUUID(), UUID.randomUUID()};
    content.put(Samples.page(ids[0], first, "linh.one", START, null));
    AtomicBoolean stop = new AtomicBoolean();
    Thread registry =
        new Thread(
            () -> {
              Instant renamed = START;
              for (int turn = 0; !stop.get(); turn++) {
                renamed = renamed.plusNanos(1_000);
                UUID old = ids[turn % 2];
                UUID next = ids[(turn + 1) % 2];
                content.put(
                    List.of(
                        Samples.page(old, first, "linh.old", START, renamed),
                        Samples.page(next, first, "linh.new", renamed, null)));
              }
            });
    registry.start();
    try {
      Account byId = Account.ofId(Platform.TIKTOK, Samples.PAGE);
      for (int i = 0; i < 2_000_000; i++) {
        assertEquals(Optional.of(first), owner(byId, END));
      }
    } finally {
      stop.set(true);
      registry.join();
    }
  }

  @Test
  @DisplayName("GW-15 of what one transaction says about an account, the last counts")
  void together() {
    UUID account = UUID.randomUUID();
    content.put(
        List.of(
            Samples.account(account, first, "hu.cau.linh", START, MIDDLE),
            Samples.account(account, first, "hu.cau.linh", START, null),
            Samples.account(account, first, "hu.cau.linh", START, MIDDLE)));
    assertEquals(Optional.empty(), owner(ACCOUNT, END));
    content.put(
        List.of(
            Samples.account(account, first, "hu.cau.linh", START, MIDDLE),
            Samples.account(account, first, "hu.cau.linh", START, null)));
    assertEquals(Optional.of(first), owner(ACCOUNT, END));
  }

  @Test
  @DisplayName("GW-4 an account is its owner's from its start until its end")
  void account() {
    content.put(Samples.account(UUID.randomUUID(), first, "hu.cau.linh", START, MIDDLE));
    content.put(Samples.account(UUID.randomUUID(), second, "hu.cau.linh", MIDDLE, null));

    assertEquals(Optional.empty(), owner(ACCOUNT, START.minusNanos(1)));
    assertEquals(Optional.of(first), owner(ACCOUNT, START));
    assertEquals(Optional.of(second), owner(ACCOUNT, MIDDLE));
    assertEquals(Optional.of(second), owner(ACCOUNT, END));
  }

  @Test
  @DisplayName("GW-4 an account that was renamed or erased is not found by what it was")
  void changed() {
    UUID account = UUID.randomUUID();
    content.put(Samples.account(account, first, "hu.cau.linh", START, null));
    content.put(Samples.account(account, first, "hu.cau.moi", START, null));
    assertEquals(Optional.empty(), owner(ACCOUNT, MIDDLE));

    content.put(Samples.account(account, first, "hu.cau.linh", START, null));
    assertEquals(Optional.of(first), owner(ACCOUNT, MIDDLE));

    content.put(Samples.account(account, first, null, START, null));
    assertEquals(Optional.empty(), owner(ACCOUNT, MIDDLE));
    assertEquals(1, content.accountCount());
  }

  @Test
  @DisplayName("GW-15 an owner is as the registry showed it last, whichever it showed first")
  void shownLater() {
    content.put(Samples.account(UUID.randomUUID(), first, "hu.cau.linh", START, null));
    assertNull(content.owner(ACCOUNT, MIDDLE).orElseThrow().status());
    for (String status : List.of("RECORDED", "REGISTERED", "INACTIVE")) {
      content.put(Samples.subject(first, status, null, null));
      assertEquals(status, content.owner(ACCOUNT, MIDDLE).orElseThrow().status());
    }
    content.put(Samples.subject(second, "REGISTERED", null, null));
    content.put(Samples.subject(first, "MERGED", null, second));
    Subject owner = content.owner(ACCOUNT, MIDDLE).orElseThrow();
    assertEquals(second, content.family(owner).canonical().id());
    content.put(Samples.subject(first, "REGISTERED", null, null));
    owner = content.owner(ACCOUNT, MIDDLE).orElseThrow();
    assertEquals(first, content.family(owner).canonical().id());
  }

  @Test
  @DisplayName("GW-15 who looks up an owner's account sees the registry go on, never back")
  void whileShown() throws Exception {
    Account second = Account.ofHandle(Platform.TIKTOK, "hu.cau.khac");
    content.put(Samples.account(UUID.randomUUID(), first, "hu.cau.linh", START, null));
    content.put(Samples.subject(first, "0", null, null));
    content.put(Samples.account(UUID.randomUUID(), first, "hu.cau.khac", START, null));
    AtomicInteger shown = new AtomicInteger();
    AtomicBoolean stop = new AtomicBoolean();
    Thread registry =
        new Thread(
            () -> {
              for (int next = 1; !stop.get(); next++) {
                content.put(Samples.subject(first, Integer.toString(next), null, null));
                shown.set(next);
              }
            });
    registry.start();
    try {
      Patience.until("the registry goes on", () -> shown.get() > 0);
      for (int i = 0; i < 200_000; i++) {
        int before = shown.get();
        String status = content.owner(ACCOUNT, MIDDLE).orElseThrow().status();
        assertTrue(Integer.parseInt(status) >= before, status);
        String other = content.owner(second, MIDDLE).orElseThrow().status();
        assertTrue(Integer.parseInt(other) >= Integer.parseInt(status), other);
      }
    } finally {
      stop.set(true);
      registry.join();
    }
  }

  @Test
  @DisplayName("GW-14 an owner that the registry has not shown is known by its id")
  void unseen() {
    Subject unseen = family(first).canonical();
    assertEquals(first, unseen.id());
    assertFalse(unseen.registered());
    assertNull(unseen.status());
  }

  private RegistryContent.Family family(UUID id) {
    return content.family(content.subject(id));
  }

  private Optional<UUID> owner(Account account, Instant at) {
    return content.owner(account, at).map(Subject::id);
  }
}
