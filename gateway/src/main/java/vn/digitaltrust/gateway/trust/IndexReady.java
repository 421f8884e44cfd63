package vn.digitaltrust.gateway.trust;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the index was loaded from all three snapshots. Age does not end it: an old index still
 * answers, and says so.
 */
@Readiness
@ApplicationScoped
class IndexReady implements AsyncHealthCheck {
  private final TrustIndex index;

  IndexReady(TrustIndex index) {
    this.index = index;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    TrustIndex.AsOf asOf = index.asOf();
    return Uni.createFrom()
        .item(
            HealthCheckResponse.named("trust-index")
                .status(index.loaded())
                .withData("registry.position", asOf.registry().position())
                .withData("sanctions.position", asOf.sanctions().position())
                .withData("alliance.position", asOf.alliance().position())
                .withData("oldest.ageMillis", asOf.oldest().toMillis())
                .build());
  }
}
