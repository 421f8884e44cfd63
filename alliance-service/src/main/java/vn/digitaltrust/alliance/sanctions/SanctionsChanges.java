package vn.digitaltrust.alliance.sanctions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import vn.digitaltrust.alliance.registry.NewsLock;
import vn.digitaltrust.alliance.registry.SubjectsTouched;
import vn.digitaltrust.journal.Audience;
import vn.digitaltrust.journal.Entry;
import vn.digitaltrust.journal.Handler;

/** ALL-25: what the alliance does when the journal of sanctions moves. */
@ApplicationScoped
class SanctionsChanges implements Handler {
  private static final Logger LOG = Logger.getLogger(SanctionsChanges.class);

  /** What sanctions tells of besides measures; each measure that comes of it is told itself. */
  static final Set<String> OTHERS =
      Set.of("report", "case", "appeal", "stateDecision", "measureFile");

  private static final int TOGETHER = 1_000;

  private final Measures measures;
  private final NewsLock newsLock;
  private final Event<SubjectsTouched> touched;

  SanctionsChanges(Measures measures, NewsLock newsLock, Event<SubjectsTouched> touched) {
    this.measures = measures;
    this.newsLock = newsLock;
    this.touched = touched;
  }

  @Override
  public void apply(Entry entry) {
    touch(
        entry.unpublished()
            ? noLongerTold(entry)
            : read(entry).map(measures::keep).orElse(Set.of()));
  }

  @Override
  public void reload(Stream<Entry> snapshot) {
    Set<UUID> subjects = new HashSet<>();
    Set<UUID> gone = measures.ids();
    List<Measure> together = new ArrayList<>();
    snapshot.forEach(
        entry -> {
          if (!entry.unpublished()) {
            gone.remove(entry.aggregateId());
            read(entry).ifPresent(together::add);
          }
          if (together.size() == TOGETHER) {
            subjects.addAll(load(together));
          }
        });
    subjects.addAll(load(together));
    subjects.addAll(measures.forgetAll(gone));
    touch(subjects);
  }

  /** ALL-72: what was written is not kept in memory. */
  private Set<UUID> load(List<Measure> together) {
    Set<UUID> concerned = measures.keepAll(together);
    measures.getEntityManager().clear();
    together.clear();
    return concerned;
  }

  private static Optional<Measure> read(Entry entry) {
    if ("measure".equals(entry.aggregate())) {
      return Optional.of(MeasureReading.of(entry));
    }
    if (!OTHERS.contains(entry.aggregate())) {
      LOG.errorf(
          "Entry %d of sanctions is about an unknown '%s'; it touches no right here",
          entry.position(), entry.aggregate());
    }
    return Optional.empty();
  }

  /**
   * ALL-60: of a kind that touches rights the effect is told inside, and may outlast publication;
   * of a kind that is not known here nobody can say so.
   */
  private Set<UUID> noLongerTold(Entry entry) {
    return entry.audience() == Audience.PUBLIC
        ? measures.forgetUnknown(entry.aggregateId())
        : measures.forgetAll(Set.of(entry.aggregateId()));
  }

  private void touch(Set<UUID> subjects) {
    if (!subjects.isEmpty()) {
      newsLock.applyingNews();
      touched.fire(new SubjectsTouched(subjects));
    }
  }
}
