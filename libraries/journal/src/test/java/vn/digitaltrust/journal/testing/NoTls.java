package vn.digitaltrust.journal.testing;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import java.util.Optional;

/** Where nothing was said about whom to trust. */
public final class NoTls implements TlsConfigurationRegistry {
  @Override
  public Optional<TlsConfiguration> get(String name) {
    return Optional.empty();
  }

  @Override
  public Optional<TlsConfiguration> getDefault() {
    return Optional.empty();
  }

  @Override
  public void register(String name, TlsConfiguration configuration) {
    throw new UnsupportedOperationException();
  }
}
