package vn.digitaltrust.door;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the issuer of tokens gives out its keys: a new one could not be learnt without it.
 * Tokens under known keys are verified meanwhile. Where a key stands in the settings, as in tests,
 * there is nothing to ask for.
 */
@Readiness
@Singleton
public class IssuerReady implements AsyncHealthCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final HttpClient client;
  private final Optional<String> issuer;

  /**
   * Looks at the issuer of these settings.
   *
   * @param trust the name of the TLS settings with which tokens are verified
   * @param issuer the realm's address; absent where keys stand in the settings
   */
  public IssuerReady(
      Vertx vertx,
      TlsConfigurationRegistry trusted,
      @ConfigProperty(name = "quarkus.oidc.tls.tls-configuration-name") Optional<String> trust,
      @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> issuer) {
    HttpClientOptions options = new HttpClientOptions().setMaxPoolSize(2);
    // Trusts whom the verification of tokens trusts, so that it is ready when that is.
    TlsConfiguration.from(trusted, trust).ifPresent(it -> TlsConfigUtils.configure(options, it));
    this.client = vertx.createHttpClient(options);
    this.issuer = issuer;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return issuer
        .map(this::givesKeys)
        .orElseGet(() -> Uni.createFrom().item(true))
        .map(up -> HealthCheckResponse.named("issuer").status(up).build());
  }

  private Uni<Boolean> givesKeys(String realm) {
    return Uni.createFrom()
        .completionStage(
            () ->
                get(realm + "/.well-known/openid-configuration")
                    .compose(discovery -> get(discovery.toJsonObject().getString("jwks_uri")))
                    .map(keys -> !keys.toJsonObject().getJsonArray("keys").isEmpty())
                    .toCompletionStage())
        .ifNoItem()
        .after(PATIENCE)
        .recoverWithItem(false)
        .onFailure()
        .recoverWithItem(false);
  }

  private Future<Buffer> get(String address) {
    return client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(address)
                .setTimeout(PATIENCE.toMillis()))
        .compose(HttpClientRequest::send)
        .compose(
            answer ->
                answer.statusCode() == 200
                    ? answer.body()
                    : Future.failedFuture(address + " answered " + answer.statusCode()));
  }
}
