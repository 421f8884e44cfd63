package vn.digitaltrust.gateway.trust;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.digitaltrust.gateway.account.Account;
import vn.digitaltrust.journal.Entry;

/** Subjects, their numbers, merges and accounts, as the registry's journal tells them. */
final class RegistryContent {
  private static final Logger LOG = Logger.getLogger(RegistryContent.class);

  /** GW-11: more merges than this in a row, or subjects in one group, are not followed. */
  private static final int LONGEST_CHAIN = 16;

  private static final int LARGEST_GROUP = 256;

  private final Grouped<UUID, Subject> subjects = new Grouped<>();
  private final Grouped<UUID, Subject> mergedInto = new Grouped<>();
  private final Grouped<String, Subject> numbered = new Grouped<>();
  private final Grouped<AccountSpan.Key, AccountSpan> accounts = new Grouped<>();

  void put(Entry entry) {
    Reading reading = new Reading(entry);
    switch (entry.aggregate()) {
      case "subject" -> put(reading.subject());
      case "account" -> {
        AccountSpan account = reading.account();
        accounts.put(account.id(), account, account.keys());
      }
      default -> reading.passedOver("says nothing about who somebody is");
    }
  }

  private void put(Subject subject) {
    UUID id = subject.id();
    UUID into = subject.mergedInto();
    String number = subject.registrationNumber();
    // Found as merged before it reads as merged, so that no reader misses its measures.
    mergedInto.put(id, into == null ? null : subject, into == null ? List.of() : List.of(into));
    subjects.put(id, subject, List.of(id));
    numbered.put(id, number == null ? null : subject, number == null ? List.of() : List.of(number));
  }

  /** Whose an account is at a time. */
  Optional<UUID> owner(Account account, Instant at) {
    var key = new AccountSpan.Key(account.platform().name(), account.byHandle(), account.value());
    return accounts.get(key).stream()
        .filter(span -> span.span().contains(at))
        .max(Comparator.comparing((AccountSpan span) -> span.span().startsAt()))
        .map(AccountSpan::subject);
  }

  /** Who has a registration number. */
  Optional<UUID> holder(String registrationNumber) {
    return numbered.get(registrationNumber).stream().map(Subject::id).findFirst();
  }

  /**
   * GW-11: the subject that an id stands for after merges. One that the registry never showed has
   * only an id.
   */
  Subject canonical(UUID id) {
    Subject subject = shown(id);
    for (int steps = 0; subject.mergedInto() != null; steps++) {
      if (steps == LONGEST_CHAIN) {
        LOG.warnf("the merges of subject %s do not end after %d steps", id, steps);
        return subject;
      }
      subject = shown(subject.mergedInto());
    }
    return subject;
  }

  /** GW-11: a subject and all that were merged into it. */
  Set<UUID> group(UUID canonical) {
    if (mergedInto.get(canonical).isEmpty()) {
      return Set.of(canonical);
    }
    Set<UUID> group = new LinkedHashSet<>();
    Deque<UUID> open = new ArrayDeque<>(List.of(canonical));
    while (!open.isEmpty()) {
      UUID id = open.poll();
      if (group.size() == LARGEST_GROUP) {
        LOG.warnf("more than %d subjects were merged into %s", LARGEST_GROUP, canonical);
        break;
      }
      if (group.add(id)) {
        mergedInto.get(id).forEach(merged -> open.add(merged.id()));
      }
    }
    return group;
  }

  int accountCount() {
    return accounts.size();
  }

  int subjectCount() {
    return subjects.size();
  }

  private Subject shown(UUID id) {
    List<Subject> known = subjects.get(id);
    return known.isEmpty() ? new Subject(id, null, null, null, null) : known.get(0);
  }
}
