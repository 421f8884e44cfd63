package vn.digitaltrust.registry.subject;

import java.util.Collection;
import java.util.UUID;

/** What another feature keeps of a person, and erases with it. */
public interface Belongings {
  /**
   * Refuses a merge after which a person would have more than fits.
   *
   * @param same all subjects that would be the same person
   * @throws vn.digitaltrust.door.Refusal 422
   */
  void requireRoomToMerge(Collection<UUID> same);
}
