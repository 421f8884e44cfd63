package vn.digitaltrust.alliance.sanctions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import vn.digitaltrust.alliance.registry.NewsLock;
import vn.digitaltrust.alliance.registry.SubjectsTouched;
import vn.digitaltrust.journal.Entry;
import vn.digitaltrust.journal.Handler;

/** ALL-25: what the alliance does when the journal of sanctions moves. */
@ApplicationScoped
class SanctionsChanges implements Handler {
  private static final Logger LOG = Logger.getLogger(SanctionsChanges.class);

  /** What sanctions tells of besides measures; each measure that comes of it is told itself. */
  static final Set<String> OTHERS =
      Set.of("report", "case", "appeal", "stateDecision", "measureFile");

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
    touch(keep(entry));
  }

  @Override
  public void reload(Stream<Entry> snapshot) {
    Set<UUID> subjects = new HashSet<>();
    Set<UUID> gone = measures.ids();
    snapshot.forEach(
        entry -> {
          gone.remove(entry.aggregateId());
          subjects.addAll(keep(entry));
        });
    gone.forEach(id -> subjects.addAll(measures.forget(id)));
    touch(subjects);
  }

  private Set<UUID> keep(Entry entry) {
    if (!"measure".equals(entry.aggregate())) {
      if (!OTHERS.contains(entry.aggregate())) {
        LOG.errorf(
            "Entry %d of sanctions is about an unknown '%s'; it touches no right here",
            entry.position(), entry.aggregate());
      }
      return Set.of();
    }
    return measures.keep(MeasureReading.of(entry));
  }

  private void touch(Set<UUID> subjects) {
    if (!subjects.isEmpty()) {
      newsLock.applyingNews();
      touched.fire(new SubjectsTouched(subjects));
    }
  }
}
