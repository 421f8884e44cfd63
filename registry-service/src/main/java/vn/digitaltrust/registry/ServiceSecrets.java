package vn.digitaltrust.registry;

import jakarta.inject.Singleton;
import vn.digitaltrust.door.settings.OwnSecrets;

/** The secrets of this service; the last is the one that personal ID numbers are sealed with. */
@Singleton
class ServiceSecrets extends OwnSecrets {
  ServiceSecrets() {
    super("door.cursor.secret", "journal.retry.secret", "registry.identity.secret");
  }
}
