package vn.digitaltrust.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.vocabulary.Span;
import vn.digitaltrust.vocabulary.account.Account;
import vn.digitaltrust.vocabulary.account.Platform;

class SubjectsTest {
  private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
  private static final Instant MIDDLE = Instant.parse("2026-12-01T00:00:00Z");
  private static final Instant END = Instant.parse("2026-12-24T00:00:00Z");
  private static final String PAGE = "6789012345";
  private static final Account ACCOUNT = Account.ofHandle(Platform.TIKTOK, "hu.cau.linh");

  private final Subjects subjects = new Subjects();
  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();
  private final UUID third = UUID.randomUUID();

  @Test
  @DisplayName("GW-11 a chain of merges ends at the last; everything of the group counts")
  void merged() {
    subjects.put(subject(first, "MERGED", "KOL-1", second));
    subjects.put(subject(second, "MERGED", null, third));
    subjects.put(subject(third, "REGISTERED", "KOL-3", null));

    for (UUID named : List.of(first, second, third)) {
      assertEquals(third, family(named).canonical().id());
      assertEquals(Set.of(first, second, third), family(named).members());
    }
    assertEquals(Optional.of(first), subjects.holder("KOL-1").map(Subject::id));
  }

  @Test
  @DisplayName("GW-11 an undone merge is undone here")
  void unmerged() {
    subjects.put(subject(first, "MERGED", null, second));
    subjects.put(subject(second, "REGISTERED", null, null));
    subjects.put(subject(first, "REGISTERED", null, null));

    assertEquals(first, family(first).canonical().id());
    assertEquals(Set.of(first), family(first).members());
    assertEquals(Set.of(second), family(second).members());
  }

  @Test
  @DisplayName("GW-11 a circle of merges ends, and still counts everything")
  void circle() {
    subjects.put(subject(first, "MERGED", null, second));
    subjects.put(subject(second, "MERGED", null, first));

    Subjects.Family family = family(first);

    assertEquals("MERGED", family.canonical().status());
    assertEquals(Set.of(first, second), family.members());
  }

  @Test
  @DisplayName("GW-11 however many were merged, and however long the chain, everything counts")
  void large() {
    UUID canonical = UUID.randomUUID();
    subjects.put(subject(canonical, "REGISTERED", null, null));
    UUID into = canonical;
    for (int i = 0; i < 1_000; i++) {
      UUID merged = UUID.randomUUID();
      subjects.put(subject(merged, "MERGED", null, into));
      into = i < 500 ? merged : canonical;
    }
    assertEquals(1_001, family(canonical).members().size());
    assertEquals(canonical, family(into).canonical().id());
  }

  @Test
  @DisplayName("GW-11 who looks while a merge is undone sees it as told or as not yet told")
  void whileUnmerged() throws Exception {
    subjects.put(subject(second, "REGISTERED", null, null));
    subjects.put(subject(first, "MERGED", null, second));
    AtomicBoolean stop = new AtomicBoolean();
    Thread registry =
        new Thread(
            () -> {
              while (!stop.get()) {
                subjects.put(subject(first, "REGISTERED", null, null));
                subjects.put(subject(first, "MERGED", null, second));
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
    subjects.put(page(ids[0], first, "linh.one", START, null));
    AtomicBoolean stop = new AtomicBoolean();
    Thread registry =
        new Thread(
            () -> {
              Instant renamed = START;
              for (int turn = 0; !stop.get(); turn++) {
                renamed = renamed.plusNanos(1_000);
                UUID old = ids[turn % 2];
                UUID next = ids[(turn + 1) % 2];
                subjects.put(
                    List.of(),
                    List.of(
                        page(old, first, "linh.old", START, renamed),
                        page(next, first, "linh.new", renamed, null)));
              }
            });
    registry.start();
    try {
      Account byId = Account.ofId(Platform.TIKTOK, PAGE);
      for (int i = 0; i < 2_000_000; i++) {
        assertEquals(Optional.of(first), owner(byId, END));
      }
    } finally {
      stop.set(true);
      registry.join();
    }
  }

  @Test
  @DisplayName("GW-20 of what one transaction says about an account, the last counts")
  void together() {
    UUID account = UUID.randomUUID();
    subjects.put(
        List.of(),
        List.of(
            account(account, first, "hu.cau.linh", START, MIDDLE),
            account(account, first, "hu.cau.linh", START, null),
            account(account, first, "hu.cau.linh", START, MIDDLE)));
    assertEquals(Optional.empty(), owner(ACCOUNT, END));
    subjects.put(
        List.of(),
        List.of(
            account(account, first, "hu.cau.linh", START, MIDDLE),
            account(account, first, "hu.cau.linh", START, null)));
    assertEquals(Optional.of(first), owner(ACCOUNT, END));
  }

  @Test
  @DisplayName("GW-4 an account is its owner's from its start until its end")
  void account() {
    subjects.put(account(UUID.randomUUID(), first, "hu.cau.linh", START, MIDDLE));
    subjects.put(account(UUID.randomUUID(), second, "hu.cau.linh", MIDDLE, null));

    assertEquals(Optional.empty(), owner(ACCOUNT, START.minusNanos(1)));
    assertEquals(Optional.of(first), owner(ACCOUNT, START));
    assertEquals(Optional.of(second), owner(ACCOUNT, MIDDLE));
    assertEquals(Optional.of(second), owner(ACCOUNT, END));
  }

  @Test
  @DisplayName("GW-4 an account that was renamed or erased is not found by what it was")
  void changed() {
    UUID account = UUID.randomUUID();
    subjects.put(account(account, first, "hu.cau.linh", START, null));
    subjects.put(account(account, first, "hu.cau.moi", START, null));
    assertEquals(Optional.empty(), owner(ACCOUNT, MIDDLE));

    subjects.put(account(account, first, "hu.cau.linh", START, null));
    assertEquals(Optional.of(first), owner(ACCOUNT, MIDDLE));

    subjects.put(account(account, first, null, START, null));
    assertEquals(Optional.empty(), owner(ACCOUNT, MIDDLE));
    assertEquals(1, subjects.accountCount());
  }

  @Test
  @DisplayName("GW-20 an owner is as the registry showed it last, whichever it showed first")
  void shownLater() {
    subjects.put(account(UUID.randomUUID(), first, "hu.cau.linh", START, null));
    assertNull(subjects.owner(ACCOUNT, MIDDLE).orElseThrow().status());
    for (String status : List.of("RECORDED", "REGISTERED", "INACTIVE")) {
      subjects.put(subject(first, status, null, null));
      assertEquals(status, subjects.owner(ACCOUNT, MIDDLE).orElseThrow().status());
    }
    subjects.put(subject(second, "REGISTERED", null, null));
    subjects.put(subject(first, "MERGED", null, second));
    Subject owner = subjects.owner(ACCOUNT, MIDDLE).orElseThrow();
    assertEquals(second, subjects.family(owner).canonical().id());
    subjects.put(subject(first, "REGISTERED", null, null));
    owner = subjects.owner(ACCOUNT, MIDDLE).orElseThrow();
    assertEquals(first, subjects.family(owner).canonical().id());
  }

  @Test
  @DisplayName("GW-20 who looks up an owner's account sees the registry go on, never back")
  void whileShown() throws Exception {
    Account second = Account.ofHandle(Platform.TIKTOK, "hu.cau.khac");
    subjects.put(account(UUID.randomUUID(), first, "hu.cau.linh", START, null));
    subjects.put(subject(first, "0", null, null));
    subjects.put(account(UUID.randomUUID(), first, "hu.cau.khac", START, null));
    AtomicInteger shown = new AtomicInteger();
    AtomicBoolean stop = new AtomicBoolean();
    Thread registry =
        new Thread(
            () -> {
              for (int next = 1; !stop.get(); next++) {
                subjects.put(subject(first, Integer.toString(next), null, null));
                shown.set(next);
              }
            });
    registry.start();
    try {
      while (shown.get() == 0) {
        Thread.onSpinWait();
      }
      for (int i = 0; i < 200_000; i++) {
        int before = shown.get();
        String status = subjects.owner(ACCOUNT, MIDDLE).orElseThrow().status();
        assertTrue(Integer.parseInt(status) >= before, status);
        String other = subjects.owner(second, MIDDLE).orElseThrow().status();
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

  private static Subject subject(UUID id, String status, String number, UUID mergedInto) {
    return new Subject(id, "KOL", status, number, mergedInto);
  }

  private static AccountSpan account(
      UUID id, UUID owner, String handle, Instant startsAt, Instant endsAt) {
    return new AccountSpan(id, owner, "TIKTOK", handle, null, new Span(startsAt, endsAt), null);
  }

  private static AccountSpan page(
      UUID id, UUID owner, String handle, Instant startsAt, Instant endsAt) {
    return new AccountSpan(id, owner, "TIKTOK", handle, PAGE, new Span(startsAt, endsAt), null);
  }

  private Subjects.Family family(UUID id) {
    return subjects.family(subjects.subject(id));
  }

  private Optional<UUID> owner(Account account, Instant at) {
    return subjects.owner(account, at).map(Subject::id);
  }
}
