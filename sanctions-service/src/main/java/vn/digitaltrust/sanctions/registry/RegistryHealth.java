package vn.digitaltrust.sanctions.registry;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows how far the registry is followed. Always up: what is decided here is answered without it.
 */
@Readiness
@ApplicationScoped
class RegistryHealth implements HealthCheck {
  private final RegistryFollower follower;

  RegistryHealth(RegistryFollower follower) {
    this.follower = follower;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("registry followed")
        .withData("ageSeconds", follower.age().map(age -> age.toSeconds()).orElse(-1L))
        .up()
        .build();
  }
}
