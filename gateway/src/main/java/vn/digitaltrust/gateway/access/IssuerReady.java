package vn.digitaltrust.gateway.access;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the issuer of tokens answers: new keys could not be learnt without it. */
@Readiness
@ApplicationScoped
class IssuerReady implements AsyncHealthCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final HttpClient client;
  private final RequestOptions discovery;

  IssuerReady(Vertx vertx, @ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer) {
    client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(2));
    discovery =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setAbsoluteURI(issuer + "/.well-known/openid-configuration")
            .setTimeout(PATIENCE.toMillis());
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return Uni.createFrom()
        .completionStage(
            () ->
                client
                    .request(discovery)
                    .compose(request -> request.send())
                    .compose(response -> response.body().map(response.statusCode() == 200))
                    .otherwise(false)
                    .toCompletionStage())
        .map(up -> HealthCheckResponse.named("issuer").status(up).build());
  }
}
