package vn.digitaltrust.sanctions.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import vn.digitaltrust.journal.Entry;
import vn.digitaltrust.journal.Handler;
import vn.digitaltrust.journal.RowBatches;

/**
 * What this service does when the registry's journal moves. Runs inside the transaction that moves
 * the follower, so each entry has its effect exactly once.
 */
@ApplicationScoped
class RegistryChanges implements Handler {
  private static final Logger LOG = Logger.getLogger(RegistryChanges.class);

  private static final String SUBJECT = "subject";

  /** Statuses that say no more to us than that the subject stands for itself. */
  private static final Set<String> ALONE =
      Set.of("RECORDED", "SUBMITTED", "VERIFIED", "REGISTERED", "INACTIVE", "DEREGISTERED");

  private final Subjects subjects;
  private final SubjectNames names;
  private final SubjectErasure erasure;
  private final ErasureHolder holder;

  RegistryChanges(
      Subjects subjects, SubjectNames names, SubjectErasure erasure, ErasureHolder holder) {
    this.subjects = subjects;
    this.names = names;
    this.erasure = erasure;
    this.holder = holder;
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
    UUID id = entry.aggregateId();
    switch (meaning(entry)) {
      case MERGED -> {
        subjects.merged(id, into(entry));
        names.forget(id);
        holder.touched(subjects.sameAs(id));
      }
      case ERASED -> erasure.erase(id);
      case ALONE -> subjects.standsAlone(id);
      case UNKNOWN -> {}
    }
  }

  /**
   * SAN-112: everything anew, in few statements however many subjects there are; who stands alone
   * needs none. Erasures come last: what goes with a subject shows only once all merges are told.
   */
  @Override
  public void reload(Stream<Entry> snapshot) {
    Set<UUID> erased = new LinkedHashSet<>();
    try (RowBatches merges = subjects.loadMerges();
        SubjectNames.Loading named = names.load()) {
      snapshot.forEach(
          entry -> {
            switch (entry.aggregate()) {
              case SUBJECT -> {
                switch (meaning(entry)) {
                  case MERGED -> merges.add(entry.aggregateId(), into(entry));
                  case ERASED -> erased.add(entry.aggregateId());
                  case ALONE, UNKNOWN -> {}
                }
              }
              case SubjectNames.AGGREGATE -> named.keep(entry);
              default -> holder.apply(entry);
            }
          });
    }
    erasure.notYetErased(erased).forEach(erasure::erase);
    holder.reloaded();
  }

  /** What an entry about a subject means here. */
  private enum Meaning {
    ALONE,
    MERGED,
    ERASED,
    UNKNOWN
  }

  private static Meaning meaning(Entry entry) {
    String status = entry.state().path("status").asText();
    if ("MERGED".equals(status) && entry.state().hasNonNull("mergedInto")) {
      return Meaning.MERGED;
    }
    if ("ERASED".equals(status)) {
      return Meaning.ERASED;
    }
    if (ALONE.contains(status)) {
      return Meaning.ALONE;
    }
    LOG.warnf(
        "Entry %d of the registry has status '%s', which is unknown here: merges stay as they are",
        entry.position(), status);
    return Meaning.UNKNOWN;
  }

  private static UUID into(Entry entry) {
    return UUID.fromString(entry.state().get("mergedInto").asText());
  }
}
