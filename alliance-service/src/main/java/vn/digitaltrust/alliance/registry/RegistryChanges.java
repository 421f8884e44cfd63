package vn.digitaltrust.alliance.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import vn.digitaltrust.alliance.registry.Closures.Closure;
import vn.digitaltrust.journal.Entry;
import vn.digitaltrust.journal.Handler;

/** ALL-51 to ALL-55: what the alliance does when the registry's journal moves. */
@ApplicationScoped
class RegistryChanges implements Handler {
  private static final Logger LOG = Logger.getLogger(RegistryChanges.class);

  private static final String SUBJECT = "subject";
  static final String MERGED = "MERGED";

  /**
   * Statuses that say no more to us than that the subject stands for itself and may be given to.
   */
  static final Set<String> ALIVE =
      Set.of("RECORDED", "SUBMITTED", "VERIFIED", "REGISTERED", "INACTIVE");

  /** Statuses of those who stand for themselves, living or not. */
  static final Set<String> ALONE =
      Stream.concat(ALIVE.stream(), Closure.ENDING.stream())
          .collect(Collectors.toUnmodifiableSet());

  private final Persons persons;
  private final SubjectNames names;
  private final ToldSubjects told;
  private final Closures closures;
  private final Endings endings;
  private final NewsLock newsLock;
  private final ErasureHolder holder;
  private final Event<SubjectsTouched> touched;

  RegistryChanges(
      Persons persons,
      SubjectNames names,
      ToldSubjects told,
      Closures closures,
      Endings endings,
      NewsLock newsLock,
      ErasureHolder holder,
      Event<SubjectsTouched> touched) {
    this.persons = persons;
    this.names = names;
    this.told = told;
    this.closures = closures;
    this.endings = endings;
    this.newsLock = newsLock;
    this.holder = holder;
    this.touched = touched;
  }

  @Override
  public void apply(Entry entry) {
    switch (entry.aggregate()) {
      case SUBJECT -> applySubject(entry);
      case SubjectNames.AGGREGATE -> names.keep(entry);
      default -> holder.apply(entry);
    }
  }

  private void applySubject(Entry entry) {
    Set<UUID> concerned = new HashSet<>();
    keep(entry)
        .ifPresent(
            closure -> {
              newsLock.applyingNews();
              if (closures.close(closure, false)) {
                endings.end(closure);
              }
            });
    regroup(entry, concerned);
    touch(concerned);
  }

  /**
   * ALL-72: everything anew, in few statements however many subjects there are. What the snapshot
   * does not name as merged stands for itself again. Whom it closes gets nothing new from now on;
   * the rights end one subject at a time, by {@link EndingsInSteps}, as a snapshot may close more
   * subjects than a transaction may tell of.
   */
  @Override
  public void reload(Stream<Entry> snapshot) {
    try (ToldSubjects.Loading subjects = told.load();
        SubjectNames.Loading named = names.load()) {
      snapshot.forEach(
          entry -> {
            switch (entry.aggregate()) {
              case SUBJECT -> {
                String status = entry.state().path("status").asText();
                UUID into = MERGED.equals(status) ? into(entry) : null;
                subjects.keep(closure(entry, status), into);
              }
              case SubjectNames.AGGREGATE -> named.keep(entry);
              default -> holder.apply(entry);
            }
          });
    }
    Set<UUID> regrouped = told.regrouped();
    Set<UUID> concerned = new HashSet<>(persons.sameAs(regrouped));
    told.merge();
    told.close();
    told.forget();
    concerned.addAll(persons.sameAs(regrouped));
    holder.reloaded();
    touch(concerned);
  }

  /** Whether the entry closes its subject; one that tells of a living subject opens it again. */
  private Optional<Closure> keep(Entry entry) {
    UUID id = entry.aggregateId();
    String status = entry.state().path("status").asText();
    if (ALIVE.contains(status)) {
      closures.reopen(id);
      return Optional.empty();
    }
    return MERGED.equals(status) ? Optional.empty() : Optional.of(closure(entry, status));
  }

  private static Closure closure(Entry entry, String status) {
    Closure closure = new Closure(entry.aggregateId(), status, entry.recordedAt());
    if (!ALIVE.contains(status) && !MERGED.equals(status) && !closure.endsRights()) {
      LOG.errorf(
          "Entry %d of the registry has the unknown status '%s': subject %s keeps its rights and"
              + " merges as they are, and nothing new is given to it",
          entry.position(), status, entry.aggregateId());
    }
    return closure;
  }

  /** ALL-51: who is one with whom after the entry; adds those for whom that has changed. */
  private void regroup(Entry entry, Set<UUID> concerned) {
    UUID id = entry.aggregateId();
    String status = entry.state().path("status").asText();
    if (MERGED.equals(status)) {
      merge(id, entry, concerned);
    } else if (ALONE.contains(status)) {
      standAlone(id, concerned);
    }
  }

  private void merge(UUID id, Entry entry, Set<UUID> concerned) {
    names.forget(id);
    UUID into = into(entry);
    if (into == null) {
      return;
    }
    Set<UUID> before = persons.sameAs(id);
    if (persons.merged(id, into)) {
      concerned.addAll(before);
      concerned.add(into);
      holder.touched(persons.sameAs(id));
    }
  }

  /** Whom a subject was merged into, or null when the entry names nobody. */
  private static UUID into(Entry entry) {
    UUID into = id(entry.state().path("mergedInto").asText());
    if (into == null || into.equals(entry.aggregateId())) {
      LOG.errorf(
          "Entry %d of the registry merges subject %s into nobody",
          entry.position(), entry.aggregateId());
      return null;
    }
    return into;
  }

  private void standAlone(UUID id, Set<UUID> concerned) {
    Set<UUID> before = persons.sameAs(id);
    if (persons.standsAlone(id)) {
      concerned.addAll(before);
    }
  }

  private void touch(Set<UUID> subjects) {
    if (!subjects.isEmpty()) {
      newsLock.applyingNews();
      touched.fire(new SubjectsTouched(subjects));
    }
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notAnId) {
      return null;
    }
  }
}
