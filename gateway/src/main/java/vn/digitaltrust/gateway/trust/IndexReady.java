package vn.digitaltrust.gateway.trust;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the index was loaded. Loading needs a token, so a first readiness also says that the
 * issuer answered; later the gateway stays ready without it, since it can still verify and answer.
 */
@Readiness
@ApplicationScoped
class IndexReady implements HealthCheck {
  private final TrustIndex index;
  private final FollowerToken token;

  IndexReady(TrustIndex index, FollowerToken token) {
    this.index = index;
    this.token = token;
  }

  @Override
  public HealthCheckResponse call() {
    var response =
        HealthCheckResponse.named("trust-index")
            .status(index.loaded())
            .withData("issuerToken", token.isHeld());
    index.asOf().forEach((name, asOf) -> response.withData(name + ".position", asOf.position()));
    return response.build();
  }
}
