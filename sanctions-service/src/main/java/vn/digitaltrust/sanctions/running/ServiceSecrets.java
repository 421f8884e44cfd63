package vn.digitaltrust.sanctions.running;

import jakarta.inject.Singleton;
import vn.digitaltrust.door.settings.OwnSecrets;

/** The secrets of this service; the last is the one that the service asks for tokens with. */
@Singleton
class ServiceSecrets extends OwnSecrets {
  ServiceSecrets() {
    super("door.cursor.secret", "journal.retry.secret", "quarkus.oidc-client.credentials.secret");
  }
}
