package vn.digitaltrust.registry.platform;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.account.Platform;

/** Where runs of platforms are kept. */
@ApplicationScoped
class PlatformRunRepository implements PanacheRepositoryBase<PlatformRun, UUID> {
  private static final UUID FIRST = new UUID(0, 0);

  PlatformRun require(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> Refusal.notFound("platform-run", id));
  }

  PlatformRun lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> Refusal.notFound("platform-run", id));
  }

  List<PlatformRun> ofOrganisations(Collection<UUID> organisations, UUID after, int most) {
    return find(
            "#PlatformRun.ofOrganisations",
            Map.of("organisations", organisations, "after", after == null ? FIRST : after))
        .page(0, most)
        .list();
  }

  /** The last run of a platform by one of these organisations at an instant or later. */
  Optional<PlatformRun> since(
      Collection<UUID> organisations, Platform platform, String host, Instant from) {
    return find(
            "#PlatformRun.since",
            Map.of(
                "organisations", organisations, "platform", platform, "host", host, "from", from))
        .page(0, 1)
        .firstResultOptional();
  }

  List<PlatformRun> open(UUID organisation) {
    return find("#PlatformRun.open", Map.of("organisation", organisation)).list();
  }
}
