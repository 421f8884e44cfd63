package vn.digitaltrust.registry.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.account.Platform;

/** One interval in which an organisation runs a platform. */
@Entity
@NamedQuery(
    name = "PlatformRun.ofOrganisations",
    query = "from PlatformRun where organisation in :organisations and id > :after order by id")
@NamedQuery(
    name = "PlatformRun.since",
    query =
        "from PlatformRun where organisation in :organisations and platform = :platform"
            + " and host = :host and (endsAt is null or endsAt > :from) order by startsAt desc")
@NamedQuery(
    name = "PlatformRun.open",
    query = "from PlatformRun where organisation = :organisation and endsAt is null order by id")
class PlatformRun {
  /** What the row of a platform says that is no {@code OTHER}: it has to be comparable. */
  static final String NO_HOST = "";

  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID organisation;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Platform platform;

  @Column(updatable = false)
  private String host;

  @Column(updatable = false)
  private Instant startsAt;

  private Instant endsAt;

  PlatformRun() {}

  PlatformRun(UUID id, UUID organisation, Platform platform, String host, Instant startsAt) {
    this.id = id;
    this.organisation = organisation;
    this.platform = platform;
    this.host = host;
    this.startsAt = startsAt;
  }

  /** PLT-3, PLT-4. */
  void close(Instant at, Instant now) {
    if (endsAt != null) {
      throw Refusal.state("platform.closed", endsAt);
    }
    if (!at.isAfter(startsAt) || at.isAfter(now)) {
      throw Refusal.rule("PLT-4", "platform.end", startsAt);
    }
    endsAt = at;
  }

  /** PLT-6. The end lies after the beginning even for a run that was opened this very moment. */
  void closeWithOrganisation(Instant now) {
    endsAt = now.isAfter(startsAt) ? now : startsAt.plusNanos(1_000);
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  UUID organisation() {
    return organisation;
  }

  Platform platform() {
    return platform;
  }

  /** The listed host, or null for a platform that is no {@code OTHER}. */
  String host() {
    return host.equals(NO_HOST) ? null : host;
  }

  Instant startsAt() {
    return startsAt;
  }

  Instant endsAt() {
    return endsAt;
  }
}
