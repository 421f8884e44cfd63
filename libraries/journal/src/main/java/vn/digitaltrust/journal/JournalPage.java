package vn.digitaltrust.journal;

import java.util.List;

/**
 * One answer of the change feed, checked: positions and chain add up.
 *
 * @param entries in position order without a gap, beginning right after the position asked for
 * @param head the last entry of the journal when it was read
 */
public record JournalPage(List<Entry> entries, Position head) {
  /** The list is copied. */
  public JournalPage {
    entries = List.copyOf(entries);
  }
}
