package vn.digitaltrust.alliance.certificate;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the scheme from the configuration; one that does not add up stops the start. */
@ApplicationScoped
class TrustScheme {
  @Produces
  @Singleton
  @Startup
  Scheme scheme(TrustConfig config) {
    TrustConfig.Weights weights = config.weights();
    return new Scheme(
        new Scheme.Weights(
            weights.transparency(),
            weights.ethics(),
            weights.engagement(),
            weights.brandFit(),
            weights.compliance()),
        config.passMark(),
        config.bands());
  }
}
