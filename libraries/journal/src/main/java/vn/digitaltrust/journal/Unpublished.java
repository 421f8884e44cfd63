package vn.digitaltrust.journal;

import java.util.UUID;

/**
 * JRN-20: the last public state of an aggregate of which nothing is public any more.
 *
 * @param id of the aggregate
 * @param subject whom it concerned
 * @param publication {@code ENDED}
 */
record Unpublished(UUID id, UUID subject, String publication) {
  Unpublished(UUID id, UUID subject) {
    this(id, subject, Entry.ENDED);
  }
}
