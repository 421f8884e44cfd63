package vn.digitaltrust.sanctions.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * SAN-72: lets a feature's repository erase texts in tables that are append-only for the service.
 * Only the eraser role may call the functions that do it.
 */
@ApplicationScoped
public class PrivateTexts {
  private final EntityManager database;
  private final String eraser;

  PrivateTexts(
      EntityManager database,
      @ConfigProperty(name = "quarkus.flyway.placeholders.eraser") String eraser) {
    this.database = database;
    this.eraser = eraser;
  }

  /**
   * Calls one of the functions {@code erase_…_texts} in the caller's transaction. Entities that
   * were loaded before are detached, because their rows have changed.
   *
   * @param function the function's name, which never comes from a request
   * @return the ids of the aggregates about the subject, in their order
   */
  public List<UUID> erase(String function, UUID subject) {
    database.flush();
    database.createNativeQuery("set local role \"" + eraser + '"').executeUpdate();
    List<?> ids =
        database
            .createNativeQuery("select " + function + "(:subject)", UUID.class)
            .setParameter("subject", subject)
            .getResultList();
    database.createNativeQuery("set local role none").executeUpdate();
    database.clear();
    return ids.stream().map(UUID.class::cast).toList();
  }
}
