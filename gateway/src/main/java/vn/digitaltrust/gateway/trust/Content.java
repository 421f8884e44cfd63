package vn.digitaltrust.gateway.trust;

import java.util.List;
import vn.digitaltrust.journal.Entry;

/** GW-15: what one journal tells. One thread writes, any number read meanwhile. */
interface Content {
  /** Takes in the state that an entry tells of an aggregate. */
  void put(Entry entry);

  /** Takes in the entries of one transaction. */
  default void put(List<Entry> together) {
    together.forEach(this::put);
  }
}
