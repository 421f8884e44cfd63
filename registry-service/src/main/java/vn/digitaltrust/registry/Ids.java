package vn.digitaltrust.registry;

import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** New ids: UUIDv7, so that lists and indexes follow the order of entry. */
public final class Ids {
  private Ids() {}

  /** A fresh id. */
  public static UUID next() {
    return UuidVersion7Strategy.INSTANCE.generateUuid(null);
  }
}
