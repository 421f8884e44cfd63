package vn.digitaltrust.alliance.membership;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.digitaltrust.door.TwoPeople;

/** Requests for admissions. */
@ApplicationScoped
class Admissions implements PanacheRepositoryBase<Admission, UUID> {
  /** Who ends an application when news of the registry or of sanctions does. */
  static final String SERVICE = "service:alliance-service";

  /** The one that waits for another admin; locked. */
  Optional<Admission> open(UUID membership) {
    return find("membership = ?1 and people.status = ?2", membership, TwoPeople.Status.REQUESTED)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** Of each of these memberships the last one. */
  Map<UUID, Admission> last(Collection<UUID> memberships) {
    return memberships.isEmpty()
        ? Map.of()
        : list("membership in ?1 order by id", memberships).stream()
            .collect(
                Collectors.toMap(
                    Admission::membership, Function.identity(), (earlier, later) -> later));
  }

  /**
   * ALL-92: closes what is still asked for when the application ends: refused, or taken back by who
   * asked for it.
   *
   * @param by who ended the application
   */
  void lapse(UUID membership, String by, Instant now) {
    open(membership)
        .map(Admission::people)
        .ifPresent(
            people -> {
              if (by.equals(people.requestedBy())) {
                people.takeBack(by, null, now);
              } else {
                people.refuse(by, null, now);
              }
            });
  }

  /** ALL-52: what was said about an erased applicant goes. */
  void eraseTexts(UUID membership) {
    getEntityManager()
        .createNativeQuery(
            "update admission set request_reason = null, decision_reason = null"
                + " where membership = :membership")
        .setParameter("membership", membership)
        .executeUpdate();
  }
}
