package vn.digitaltrust.gateway.door;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.Readiness;
import vn.digitaltrust.door.IssuerReady;
import vn.digitaltrust.door.StrictJson;
import vn.digitaltrust.door.VerifiedTokens;

/** What the gateway has from the library of the services' door, whose resources it has not. */
class FromLibrary {
  @Produces
  @Singleton
  StrictJson strictJson() {
    return new StrictJson();
  }

  @Produces
  @Singleton
  @Readiness
  IssuerReady issuerReady(
      Vertx vertx,
      TlsConfigurationRegistry trusted,
      @ConfigProperty(name = "quarkus.oidc.tls.tls-configuration-name") Optional<String> trust,
      @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> issuer) {
    return new IssuerReady(vertx, trusted, trust, issuer);
  }

  @Produces
  @Singleton
  @Startup // so that its counters are seen before the first token
  VerifiedTokens verifiedTokens(
      @ConfigProperty(name = "access.token-cache.size") long size,
      @ConfigProperty(name = "access.token-cache.longest") Duration longest,
      MeterRegistry meters) {
    return new VerifiedTokens(size, longest, meters);
  }
}
