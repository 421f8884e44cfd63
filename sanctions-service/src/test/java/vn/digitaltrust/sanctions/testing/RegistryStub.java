package vn.digitaltrust.sanctions.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The neighbour's side of the wire, with its faults, and the issuer of this service's own token.
 */
public class RegistryStub implements QuarkusTestResourceLifecycleManager {
  private static final String PORT = "digital-trust.testing.registry-port";

  private WireMockServer server;

  @Override
  public Map<String, String> start() {
    server = new WireMockServer(options().dynamicPort());
    server.start();
    System.setProperty(PORT, Integer.toString(server.port()));
    server.stubFor(
        post("/token")
            .willReturn(
                okJson(
                    "{\"access_token\":\"the-service's-own\",\"token_type\":\"Bearer\",\"expires_in\":300}")));
    server.stubFor(
        get(urlPathMatching("/registry/v1/subjects/.*"))
            .atPriority(10)
            .willReturn(
                aResponse()
                    .withStatus(404)
                    .withHeader("Content-Type", "application/problem+json")
                    .withBody("{}")));
    server.stubFor(
        get(urlPathMatching("/registry/v1/subjects/.*/speaking"))
            .atPriority(9)
            .willReturn(okJson("{\"standing\":\"NONE\",\"guardians\":[]}")));
    return Map.of(
        "registry.url", server.baseUrl(), "quarkus.oidc-client.auth-server-url", server.baseUrl());
  }

  @Override
  public void stop() {
    server.stop();
  }

  /** A client of the running stub, for stubbing and verifying. */
  public static com.github.tomakehurst.wiremock.client.WireMock client() {
    return new com.github.tomakehurst.wiremock.client.WireMock(
        "localhost", Integer.parseInt(System.getProperty(PORT)));
  }

  /** Lets the registry know a new subject. */
  public static UUID subject(String kind, String status) {
    UUID id = UUID.randomUUID();
    known(id, kind, status, id);
    return id;
  }

  /** Lets the registry say that the erasure of a subject is asked for. */
  public static void asked(UUID id, UUID request) {
    client()
        .register(
            get(urlEqualTo("/registry/v1/subjects/" + id))
                .willReturn(
                    okJson(
                        """
                        {"id":"%1$s","kind":"KOL","status":"REGISTERED","canonicalId":"%1$s","erasureRequest":"%2$s"}
                        """
                            .formatted(id, request))));
  }

  /** Lets the registry say whether one subject speaks for another, from now on. */
  public static void speaks(UUID subject, UUID by, String standing, UUID... guardians) {
    speaks(subject, by, ".*", ".*", standing, guardians);
  }

  /** The same for one purpose and one case, as patterns. */
  public static void speaks(
      UUID subject, UUID by, String purpose, String caseId, String standing, UUID... guardians) {
    client()
        .register(
            get(urlPathEqualTo("/registry/v1/subjects/" + subject + "/speaking"))
                .withQueryParam("representative", equalTo(by.toString()))
                .withQueryParam("purpose", matching(purpose))
                .withQueryParam("case", matching(caseId))
                .willReturn(
                    okJson(
                        """
                        {"representative":"%s","standing":"%s","guardians":[%s],"novelty":true}
                        """
                            .formatted(
                                by,
                                standing,
                                Stream.of(guardians)
                                    .map(it -> '"' + it.toString() + '"')
                                    .collect(Collectors.joining(","))))));
  }

  /** Lets the registry fail when it is asked who speaks for a subject. */
  public static void silentAbout(UUID subject) {
    client()
        .register(
            get(urlPathMatching("/registry/v1/subjects/" + subject + "/speaking"))
                .willReturn(aResponse().withStatus(500)));
  }

  /** Lets the registry know a subject. */
  public static void known(UUID id, String kind, String status, UUID canonical) {
    client()
        .register(
            get(urlEqualTo("/registry/v1/subjects/" + id))
                .willReturn(
                    okJson(
                        """
                        {"id":"%s","kind":"%s","status":"%s","canonicalId":"%s","displayName":"Hư Cấu","novelty":true}
                        """
                            .formatted(id, kind, status, canonical))));
  }
}
