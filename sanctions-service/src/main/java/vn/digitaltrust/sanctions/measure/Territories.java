package vn.digitaltrust.sanctions.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import vn.digitaltrust.door.Refusal;

/** The lists of provinces that a scope may name. */
@ApplicationScoped
public class Territories {
  private final EntityManager database;

  Territories(EntityManager database) {
    this.database = database;
  }

  /**
   * SAN-40: that every territory of a scope exists in its list.
   *
   * @throws Refusal 422 when one does not
   */
  public void check(Scope scope) {
    for (String code : scope.territories()) {
      Object known =
          database
              .createNativeQuery(
                  "select count(*) from territory where list || ':' || code = :code", Long.class)
              .setParameter("code", code)
              .getSingleResult();
      if (((Long) known) == 0) {
        throw Refusal.rule("SAN-40", "measure.territory-unknown", code);
      }
    }
  }
}
