package vn.digitaltrust.verdict;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import vn.digitaltrust.vocabulary.account.Account;

/**
 * The subjects that are known: their numbers, merges and accounts (GW-11, GW-20). One thread
 * writes, any number read meanwhile.
 */
public final class Subjects {
  /** Odd while a transaction is being put; then who finds nothing has perhaps missed it. */
  private final AtomicLong begunOrEnded = new AtomicLong();

  private final Table<UUID, Subject> subjects = new Table<>(Subject::id);
  private final Table<UUID, Subject> mergedInto = new Table<>(Subject::mergedInto);
  private final Table<byte[], Subject> numbered =
      new Table<>(Keys.ofBytes(Subject::registrationNumberKey));
  private final Table<UUID, AccountSpan> accounts = new Table<>(AccountSpan::id);
  private final Table<byte[], AccountSpan> byHandle =
      new Table<>(Keys.ofBytes(AccountSpan::handle));
  private final Table<byte[], AccountSpan> byPlatformId =
      new Table<>(Keys.ofBytes(AccountSpan::platformId));

  /**
   * GW-11: who somebody is after merges.
   *
   * @param canonical the subject at the end of the chain
   * @param members it, and all of whom anything counts
   */
  public record Family(Subject canonical, Set<UUID> members) {}

  /**
   * Takes in what one transaction says. Of what it says about a subject or an account only the last
   * counts. An account that changes its name or its owner ends and begins in one transaction
   * (GW-4): its beginning is put first, so that there is an owner at every moment, and who finds
   * none meanwhile looks again.
   *
   * @param told subjects, in the order in which they were told
   * @param spans accounts, likewise
   */
  public void put(List<Subject> told, List<AccountSpan> spans) {
    Map<UUID, Subject> latest = new LinkedHashMap<>();
    told.forEach(subject -> latest.put(subject.id(), subject));
    Map<UUID, AccountSpan> latestSpans = new LinkedHashMap<>();
    spans.forEach(span -> latestSpans.put(span.id(), span));
    begunOrEnded.incrementAndGet();
    try {
      latest.values().forEach(this::put);
      put(latestSpans.values(), false);
      put(latestSpans.values(), true);
    } finally {
      begunOrEnded.incrementAndGet();
    }
  }

  private void put(Collection<AccountSpan> spans, boolean ended) {
    for (AccountSpan span : spans) {
      if (span.isEnded() == ended) {
        put(span);
      }
    }
  }

  /** Takes in what the registry shows of a subject now; each is put at most once. */
  public void put(Subject subject) {
    Subject before = subjects.any(subject.id());
    subject.current(true);
    if (before != null) {
      // From now on all look it up by its id, so that no two see different ones at one moment.
      before.current(false);
    }
    mergedInto.replace(before, subject);
    subjects.replace(before, subject);
    numbered.replace(before, subject);
  }

  /** Whether the merges that begin with this subject never end, which the registry does not do. */
  public boolean leadsInCircle(Subject subject) {
    return subject.mergedInto() != null && family(subject).canonical().mergedInto() != null;
  }

  /** Takes in whose an account is, and when. */
  public void put(AccountSpan account) {
    AccountSpan before = accounts.any(account.id());
    subject(account);
    byHandle.replace(before, account);
    byPlatformId.replace(before, account);
    accounts.replace(before, account);
  }

  /**
   * GW-22: whose an account is at a time.
   *
   * @param subject whose
   * @param provenSince since when that is proven, or null when it is only said
   */
  public record Holding(Subject subject, Instant provenSince) {}

  /** Whose an account is at a time. */
  public Optional<Subject> owner(Account account, Instant at) {
    return holding(account, at).map(Holding::subject);
  }

  /** Whose an account is at a time, and since when that is proven. */
  public Optional<Holding> holding(Account account, Instant at) {
    byte[] key = key(account);
    Table<byte[], AccountSpan> table = account.byHandle() ? byHandle : byPlatformId;
    while (true) {
      long before = begunOrEnded.get();
      AccountSpan latest = latest(table.get(key), at);
      if (latest != null) {
        return Optional.of(new Holding(subject(latest), latest.provenSince()));
      }
      if (before % 2 == 0 && before == begunOrEnded.get()) {
        return Optional.empty();
      }
      Thread.onSpinWait();
    }
  }

  /**
   * Looks up most of what checks of these accounts will look at, together; they are then made
   * faster.
   *
   * @return owners of some of them, at any time; one may be there more than once
   */
  public List<UUID> readAhead(List<Account> accounts) {
    List<byte[]> handles = new ArrayList<>(accounts.size());
    List<byte[]> platformIds = new ArrayList<>();
    for (Account account : accounts) {
      (account.byHandle() ? handles : platformIds).add(key(account));
    }
    List<AccountSpan> spans = byHandle.any(handles);
    spans.addAll(byPlatformId.any(platformIds));
    List<UUID> owners = new ArrayList<>(spans.size());
    for (AccountSpan span : spans) {
      if (span != null) {
        owners.add(subject(span).id());
      }
    }
    return owners;
  }

  private static byte[] key(Account account) {
    return AccountSpan.key(account.platform().name(), account.byHandle(), account.value());
  }

  private static AccountSpan latest(List<AccountSpan> spans, Instant at) {
    AccountSpan latest = null;
    for (AccountSpan span : spans) {
      if (span.contains(at) && (latest == null || !span.startsBefore(latest))) {
        latest = span;
      }
    }
    return latest;
  }

  /** Who has a registration number. */
  public Optional<Subject> holder(String registrationNumber) {
    return Optional.ofNullable(numbered.any(Subject.key(registrationNumber)))
        .map(found -> subject(found.id()));
  }

  /**
   * GW-11: the subject that this one stands for after merges, and everybody on the way to it and
   * merged into any of them, however many. A merge or its undoing that is being told meanwhile
   * shows as told or as not yet told: who was on the way counts even if the list of those merged
   * does not name them any more.
   */
  public Family family(Subject named) {
    Subject subject = named;
    UUID id = named.id();
    if (subject.mergedInto() == null && mergedInto.any(id) == null) {
      return new Family(subject, Set.of(id));
    }
    Set<UUID> members = new LinkedHashSet<>();
    while (members.add(subject.id()) && subject.mergedInto() != null) {
      subject = subject(subject.mergedInto());
    }
    Deque<UUID> open = new ArrayDeque<>(members);
    while (!open.isEmpty()) {
      for (Subject merged : mergedInto.get(open.poll())) {
        if (members.add(merged.id())) {
          open.add(merged.id());
        }
      }
    }
    return new Family(subject, members);
  }

  /** How many spans of accounts are known. */
  public int accountCount() {
    return accounts.size();
  }

  /** How many subjects are known. */
  public int subjectCount() {
    return subjects.size();
  }

  /**
   * Whose an account is. It refers to its subject, which is then not looked up by its id: in an
   * index larger than the processor's caches that saves two readings of memory of a dozen.
   */
  private Subject subject(AccountSpan account) {
    Subject last = account.subject();
    if (last.current()) {
      return last;
    }
    Subject now = subject(last.id());
    if (now.current()) {
      account.subject(now);
    }
    return now;
  }

  /** A subject; one that the registry never showed has only an id. */
  public Subject subject(UUID id) {
    Subject known = subjects.any(id);
    return known == null ? Subject.named(id) : known;
  }
}
