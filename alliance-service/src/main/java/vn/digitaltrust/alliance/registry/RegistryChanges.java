package vn.digitaltrust.alliance.registry;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import vn.digitaltrust.journal.Entry;
import vn.digitaltrust.journal.Erasure;
import vn.digitaltrust.journal.Handler;

/** ALL-51 to ALL-54: what the alliance does when the registry's journal moves. */
@ApplicationScoped
class RegistryChanges implements Handler {
  private static final Logger LOG = Logger.getLogger(RegistryChanges.class);

  /** Statuses that say no more to us than that the subject stands for itself. */
  private static final Set<String> ALONE =
      Set.of("RECORDED", "SUBMITTED", "VERIFIED", "REGISTERED", "INACTIVE");

  private final Persons persons;
  private final Turn turn;
  private final Erasure journal;
  private final Event<SubjectsTouched> touched;
  private final Event<SubjectClosed> closed;

  RegistryChanges(
      Persons persons,
      Turn turn,
      Erasure journal,
      Event<SubjectsTouched> touched,
      Event<SubjectClosed> closed) {
    this.persons = persons;
    this.turn = turn;
    this.journal = journal;
    this.touched = touched;
    this.closed = closed;
  }

  @Override
  public void apply(Entry entry) {
    if (!"subject".equals(entry.aggregate())) {
      return;
    }
    UUID id = entry.aggregateId();
    JsonNode state = entry.state();
    String status = state.path("status").asText();
    switch (status) {
      case "MERGED" -> merge(id, state, entry.position());
      case "ERASED" -> erase(entry);
      case "DEREGISTERED" -> {
        standAlone(id);
        turn.applyingNews();
        closed.fire(new SubjectClosed(id, entry.recordedAt(), false));
      }
      default -> {
        if (ALONE.contains(status)) {
          standAlone(id);
        } else {
          LOG.errorf(
              "Entry %d of the registry has the unknown status '%s': subject %s keeps its rights and"
                  + " merges as they are, and nothing new is given to it",
              entry.position(), status, id);
        }
      }
    }
  }

  /** What the snapshot does not name as merged stands for itself again. */
  @Override
  public void reload(Stream<Entry> snapshot) {
    Set<UUID> alone = new HashSet<>(persons.merged());
    snapshot.forEach(
        entry -> {
          apply(entry);
          if ("MERGED".equals(entry.state().path("status").asText())) {
            alone.remove(entry.aggregateId());
          }
        });
    alone.forEach(this::standAlone);
  }

  private void merge(UUID id, JsonNode state, long position) {
    UUID into = state.hasNonNull("mergedInto") ? id(state.get("mergedInto").asText()) : null;
    if (into == null) {
      LOG.errorf("Entry %d of the registry merges subject %s into nobody", position, id);
      return;
    }
    Set<UUID> before = persons.sameAs(id);
    if (persons.merged(id, into)) {
      Set<UUID> all = new HashSet<>(before);
      all.add(into);
      touch(all);
    }
  }

  private void standAlone(UUID id) {
    Set<UUID> before = persons.sameAs(id);
    if (persons.standsAlone(id)) {
      touch(before);
    }
  }

  private void touch(Set<UUID> subjects) {
    turn.applyingNews();
    touched.fire(new SubjectsTouched(subjects));
  }

  /** Only what was merged into the erased subject goes with it, not what it was merged into. */
  private void erase(Entry entry) {
    for (UUID id : persons.within(entry.aggregateId())) {
      if (persons.erased(id, entry.recordedAt())) {
        turn.applyingNews();
        journal.erase(id);
        closed.fire(new SubjectClosed(id, entry.recordedAt(), true));
      }
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
