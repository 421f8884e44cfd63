package vn.digitaltrust.alliance.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
  private static final String MERGED = "MERGED";

  /**
   * Statuses that say no more to us than that the subject stands for itself and may be given to.
   */
  private static final Set<String> ALIVE =
      Set.of("RECORDED", "SUBMITTED", "VERIFIED", "REGISTERED", "INACTIVE");

  private final Persons persons;
  private final Closures closures;
  private final Endings endings;
  private final NewsLock newsLock;
  private final Event<SubjectsTouched> touched;

  RegistryChanges(
      Persons persons,
      Closures closures,
      Endings endings,
      NewsLock newsLock,
      Event<SubjectsTouched> touched) {
    this.persons = persons;
    this.closures = closures;
    this.endings = endings;
    this.newsLock = newsLock;
    this.touched = touched;
  }

  @Override
  public void apply(Entry entry) {
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
   * What the snapshot does not name as merged stands for itself again. Whom it closes gets nothing
   * new from now on; the rights end one subject at a time, by {@link EndingsInSteps}, as a snapshot
   * may close more subjects than a transaction may tell of.
   */
  @Override
  public void reload(Stream<Entry> snapshot) {
    Set<UUID> concerned = new HashSet<>();
    Set<UUID> alone = new HashSet<>(persons.merged());
    snapshot.forEach(
        entry -> {
          keep(entry).ifPresent(closure -> closures.close(closure, closure.endsRights()));
          regroup(entry, concerned);
          alone.remove(entry.aggregateId());
        });
    alone.forEach(id -> standAlone(id, concerned));
    touch(concerned);
  }

  /** Whether the entry closes its subject; one that tells of a living subject opens it again. */
  private Optional<Closure> keep(Entry entry) {
    if (!SUBJECT.equals(entry.aggregate())) {
      return Optional.empty();
    }
    UUID id = entry.aggregateId();
    String status = entry.state().path("status").asText();
    if (ALIVE.contains(status)) {
      closures.reopen(id);
      return Optional.empty();
    }
    if (MERGED.equals(status)) {
      return Optional.empty();
    }
    Closure closure = new Closure(id, status, entry.recordedAt());
    if (!closure.endsRights()) {
      LOG.errorf(
          "Entry %d of the registry has the unknown status '%s': subject %s keeps its rights and"
              + " merges as they are, and nothing new is given to it",
          entry.position(), status, id);
    }
    return Optional.of(closure);
  }

  /** ALL-51: who is one with whom after the entry; adds those for whom that has changed. */
  private void regroup(Entry entry, Set<UUID> concerned) {
    if (!SUBJECT.equals(entry.aggregate())) {
      return;
    }
    UUID id = entry.aggregateId();
    String status = entry.state().path("status").asText();
    if (MERGED.equals(status)) {
      merge(id, entry, concerned);
    } else if (ALIVE.contains(status) || new Closure(id, status, entry.recordedAt()).endsRights()) {
      standAlone(id, concerned);
    }
  }

  private void merge(UUID id, Entry entry, Set<UUID> concerned) {
    UUID into = id(entry.state().path("mergedInto").asText());
    if (into == null || into.equals(id)) {
      LOG.errorf("Entry %d of the registry merges subject %s into nobody", entry.position(), id);
      return;
    }
    Set<UUID> before = persons.sameAs(id);
    if (persons.merged(id, into)) {
      concerned.addAll(before);
      concerned.add(into);
    }
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
