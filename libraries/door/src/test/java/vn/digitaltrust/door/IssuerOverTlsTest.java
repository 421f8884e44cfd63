package vn.digitaltrust.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.tls.BaseTlsConfiguration;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.JksOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An issuer over TLS, whose certificate only those trust who were told to. */
class IssuerOverTlsTest {
  private static final String PASSWORD = "only-for-tests";

  private final Vertx vertx = Vertx.vertx();

  @TempDir Path folder;

  private JksOptions certificate;
  private String issuer;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    Path store = folder.resolve("issuer.p12");
    int made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "issuer",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start()
            .waitFor();
    assertEquals(0, made, "keytool");
    certificate = new JksOptions().setPath(store.toString()).setPassword(PASSWORD);
    HttpServer server =
        vertx
            .createHttpServer(new HttpServerOptions().setSsl(true).setKeyCertOptions(certificate))
            .requestHandler(
                request ->
                    request
                        .response()
                        .end(
                            request.path().equals("/keys")
                                ? "{\"keys\":[{}]}"
                                : "{\"jwks_uri\":\"%s/keys\"}".formatted(issuer)));
    issuer =
        "https://localhost:"
            + server.listen(0).toCompletionStage().toCompletableFuture().join().actualPort();
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** Asked anew while it is down: the first handshake of a JVM may outlast the check's patience. */
  private Status ready(Optional<String> name) {
    IssuerReady check = new IssuerReady(vertx, new Registry(), name, Optional.of(issuer));
    Status status = Status.DOWN;
    for (int asked = 0; asked < 10 && status == Status.DOWN; asked++) {
      status = check.call().await().atMost(Duration.ofSeconds(30)).getStatus();
    }
    return status;
  }

  /** Trusts the issuer under one name, and by default nobody. */
  private final class Registry implements TlsConfigurationRegistry {
    @Override
    public Optional<TlsConfiguration> get(String name) {
      return Optional.of(
          new BaseTlsConfiguration() {
            @Override
            public TrustOptions getTrustStoreOptions() {
              return certificate;
            }
          });
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

  @Test
  @DisplayName("DOOR-9 Ready with an issuer whom the verification of tokens was told to trust")
  void trusted() {
    assertEquals(Status.UP, ready(Optional.of("realm")));
  }

  @Test
  @DisplayName("DOOR-9 Not ready with an issuer whom nobody trusts")
  void notTrusted() {
    assertEquals(Status.DOWN, ready(Optional.empty()));
  }
}
