package vn.digitaltrust.sanctions.registry;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import vn.digitaltrust.journal.Entry;
import vn.digitaltrust.journal.Handler;

/**
 * What this service does when the registry's journal moves. Runs inside the transaction that moves
 * the follower, so each entry has its effect exactly once.
 */
@ApplicationScoped
class RegistryChanges implements Handler {
  private static final Logger LOG = Logger.getLogger(RegistryChanges.class);

  /** Statuses that say no more to us than that the subject stands for itself. */
  private static final Set<String> ALONE =
      Set.of("RECORDED", "SUBMITTED", "VERIFIED", "REGISTERED", "INACTIVE", "DEREGISTERED");

  private final Subjects subjects;
  private final SubjectErasure erasure;

  RegistryChanges(Subjects subjects, SubjectErasure erasure) {
    this.subjects = subjects;
    this.erasure = erasure;
  }

  @Override
  public void apply(Entry entry) {
    if (!"subject".equals(entry.aggregate())) {
      return;
    }
    JsonNode state = entry.state();
    String status = state.path("status").asText();
    if ("MERGED".equals(status) && state.hasNonNull("mergedInto")) {
      subjects.merged(entry.aggregateId(), UUID.fromString(state.get("mergedInto").asText()));
    } else if ("ERASED".equals(status)) {
      erasure.erase(entry.aggregateId());
    } else if (ALONE.contains(status)) {
      subjects.standsAlone(entry.aggregateId());
    } else {
      LOG.warnf(
          "Entry %d of the registry has status '%s', which is unknown here: merges stay as they"
              + " are",
          entry.position(), status);
    }
  }

  /** Erasures come last: what goes with a subject shows only once all merges are told. */
  @Override
  public void reload(Stream<Entry> snapshot) {
    subjects.forgetMerges();
    List<Entry> erased = new ArrayList<>();
    snapshot.forEach(
        entry -> {
          if ("ERASED".equals(entry.state().path("status").asText())) {
            erased.add(entry);
          } else {
            apply(entry);
          }
        });
    erased.forEach(this::apply);
  }
}
