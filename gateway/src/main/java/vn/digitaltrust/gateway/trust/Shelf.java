package vn.digitaltrust.gateway.trust;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.digitaltrust.journal.Audience;
import vn.digitaltrust.journal.Entry;
import vn.digitaltrust.journal.Handler;

/**
 * GW-15: what is known from one journal. The journal's follower alone writes; a reload is built
 * aside and takes the place of the old content in one step, so that readers never see half of it.
 * GW-17: only public entries are taken, should the gateway ever be told others.
 *
 * @param <C> the content
 */
final class Shelf<C extends Content> implements Handler {
  private final Supplier<C> empty;
  private final AtomicLong taken = new AtomicLong();
  private volatile C content;

  Shelf(Supplier<C> empty) {
    this.empty = empty;
  }

  @Override
  public void apply(Entry entry) {
    take(content, entry);
  }

  @Override
  public void applyTogether(List<Entry> entries) {
    List<Entry> open =
        entries.stream().filter(entry -> entry.audience() == Audience.PUBLIC).toList();
    content.put(open);
    taken.addAndGet(open.size());
  }

  @Override
  public void reload(Stream<Entry> snapshot) {
    C fresh = empty.get();
    snapshot
        .filter(entry -> !entry.passedOver() && !entry.erased())
        .forEach(entry -> take(fresh, entry));
    content = fresh;
  }

  private void take(C into, Entry entry) {
    if (entry.audience() == Audience.PUBLIC) {
      into.put(entry);
      taken.incrementAndGet();
    }
  }

  /** How many entries were taken since the start. */
  long taken() {
    return taken.get();
  }

  boolean loaded() {
    return content != null;
  }

  /** The content; null before the first load. */
  C content() {
    return content;
  }
}
