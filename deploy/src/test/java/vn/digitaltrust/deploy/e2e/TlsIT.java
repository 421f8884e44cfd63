package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.digitaltrust.deploy.suite.Part;

/** A gateway that has a certificate answers over TLS, in HTTP/2 and HTTP/1.1, as strictly. */
@ExtendWith(RunningSuite.Extension.class)
@TestInstance(Lifecycle.PER_CLASS)
class TlsIT {
  private static final String PASSWORD = "only-for-this-test";
  private static final long PATIENCE_NANOS = 30_000_000_000L;
  private static final String CHECK = "/trust/v1/accounts?platform=TIKTOK&handle=nobody.at.all";

  private final RunningSuite suite;
  private Process gateway;
  private SSLContext trusting;
  private int plain;
  private int secure;

  TlsIT(RunningSuite suite) {
    this.suite = suite;
  }

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    Path store = certificate(folder);
    trusting = trusting(store);
    // Two that are free; the second is that of a part that is not started here.
    Map<String, String> ports = FreePorts.forAllParts();
    plain = Integer.parseInt(ports.get(Part.GATEWAY.portVariable()));
    secure = Integer.parseInt(ports.get(Part.REGISTRY.portVariable()));
    gateway =
        suite
            .suite()
            .beside(
                Part.GATEWAY,
                "tls-gateway",
                plain,
                Map.of(
                    "QUARKUS_HTTP_SSL_PORT", Integer.toString(secure),
                    "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_FILE", store.toString(),
                    "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_PASSWORD", PASSWORD));
    awaitTls();
  }

  /** Readiness is told on the other port, which may be open a moment before. */
  private void awaitTls() throws IOException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      try {
        new Socket("localhost", secure).close();
        return;
      } catch (ConnectException notYet) {
        if (System.nanoTime() > end) {
          throw notYet;
        }
        Thread.onSpinWait();
      }
    }
  }

  @AfterAll
  void stop() {
    gateway.destroy();
    gateway.onExit().join();
  }

  private static Path certificate(Path folder) throws IOException, InterruptedException {
    Path store = folder.resolve("gateway.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process made =
        new ProcessBuilder(
                List.of(
                    keytool,
                    "-genkeypair",
                    "-alias",
                    "gateway",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "san=dns:localhost",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertEquals(0, made.waitFor(), "keytool made no certificate");
    return store;
  }

  private static SSLContext trusting(Path store) throws IOException, GeneralSecurityException {
    KeyStore own = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      own.load(in, PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("gateway", own.getCertificate("gateway"));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private HttpRequest.Builder request(String address, String person) {
    return HttpRequest.newBuilder(URI.create(address))
        .header("Authorization", "Bearer " + suite.tokens().of(person));
  }

  private HttpResponse<String> send(HttpClient.Version version, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().sslContext(trusting).version(version).build();
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> check(HttpClient.Version version, String origin)
      throws IOException, InterruptedException {
    return send(version, request(origin + CHECK, "platform-one"));
  }

  private void isAnswered(HttpClient.Version version) throws IOException, InterruptedException {
    HttpResponse<String> answer = check(version, "https://localhost:" + secure);
    assertEquals(version, answer.version());
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("\"verdict\""), answer.body());
    assertEquals(
        Optional.of("max-age=31536000"), answer.headers().firstValue("Strict-Transport-Security"));
  }

  @Test
  void over_http_2_and_http_1_1_a_check_is_answered_and_tls_asked_for_from_now_on()
      throws IOException, InterruptedException {
    isAnswered(HttpClient.Version.HTTP_2);
    isAnswered(HttpClient.Version.HTTP_1_1);
  }

  @Test
  void over_http_2_it_is_passed_on_what_is_asked_and_what_is_sent()
      throws IOException, InterruptedException {
    String kols = "https://localhost:%d/registry/v1/kols".formatted(secure);
    HttpResponse<String> read =
        send(HttpClient.Version.HTTP_2, request(kols + "?limit=1", "registrar-mai"));
    assertEquals(HttpClient.Version.HTTP_2, read.version());
    assertEquals(200, read.statusCode(), read.body());
    assertTrue(read.body().contains("\"items\""), read.body());
    HttpResponse<String> sent =
        send(
            HttpClient.Version.HTTP_2,
            request(kols, "registrar-mai")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"nobodyKnowsThis\":1}")));
    assertEquals(400, sent.statusCode(), sent.body());
    assertTrue(sent.body().contains("nobodyKnowsThis"), sent.body());
  }

  @Test
  void without_tls_nobody_is_told_to_come_with_it() throws IOException, InterruptedException {
    HttpResponse<String> answer = check(HttpClient.Version.HTTP_1_1, "http://localhost:" + plain);
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals(Optional.empty(), answer.headers().firstValue("Strict-Transport-Security"));
  }

  @Test
  void two_lengths_are_refused_inside_tls_as_well() throws IOException {
    String body = "0\r\n\r\n";
    String answer =
        send(
            "POST /registry/v1/kols HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
                + body);
    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    assertTrue(answer.contains("application/problem+json"), answer);
    assertEquals(1, answer.split("HTTP/1\\.1 ", -1).length - 1, "one answer, then the end");
  }

  @Test
  void what_begins_like_http_2_without_having_agreed_upon_it_is_refused() throws IOException {
    String answer = send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
  }

  /** All that comes back until the gateway ends the connection. */
  private String send(String bytes) throws IOException {
    try (Socket socket = trusting.getSocketFactory().createSocket("localhost", secure)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
