package vn.digitaltrust.alliance.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.UUID;
import vn.digitaltrust.journal.testing.Tokens;

/** Registry, sanctions and login server as HTTP stubs on one random port. */
public final class Neighbours implements QuarkusTestResourceLifecycleManager {
  private static final WireMockServer SERVER =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());

  @Override
  public Map<String, String> start() {
    SERVER.start();
    reset();
    String origin = SERVER.baseUrl();
    return Map.of(
        "registry.url",
        origin,
        "sanctions.url",
        origin,
        "alliance.follow",
        "false",
        "alliance.boundaries.every",
        "off",
        "quarkus.oidc-client.auth-server-url",
        origin + "/realms/digital-trust",
        "test.neighbours",
        origin);
  }

  @Override
  public void stop() {
    SERVER.stop();
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(Neighbours.class));
  }

  /** Everybody is there again, and knows nothing. */
  public void reset() {
    SERVER.resetAll();
    SERVER.stubFor(
        post(urlPathMatching("/realms/.*/token"))
            .willReturn(
                okJson(
                    "{\"access_token\":\"%s\",\"expires_in\":300,\"token_type\":\"Bearer\"}"
                        .formatted(Tokens.as("auditor")))));
    SERVER.stubFor(
        get(urlPathMatching("/registry/v1/subjects/[^/]*/speaking"))
            .willReturn(okJson("{\"standing\":\"NONE\"}")));
    SERVER.stubFor(
        get(urlPathMatching("/sanctions/v1/subjects/[^/]*/measures"))
            .willReturn(okJson("{\"items\":[],\"next\":null}")));
  }

  /** The registry knows a subject. */
  public UUID subject(String kind, String status) {
    UUID id = UUID.randomUUID();
    subject(id, kind, status, id);
    return id;
  }

  /** The registry knows a subject by this id. */
  public void subject(UUID id, String kind, String status, UUID canonical) {
    SERVER.stubFor(
        get(urlPathEqualTo("/registry/v1/subjects/" + id))
            .willReturn(
                okJson(
                    """
                    {"id":"%s","kind":"%s","status":"%s","canonicalId":"%s","displayName":"x"}
                    """
                        .formatted(id, kind, status, canonical))));
  }

  /** The registry says whether one subject may apply for another. */
  public void mayApply(UUID subject, UUID by, String standing) {
    SERVER.stubFor(
        get(urlPathEqualTo("/registry/v1/subjects/" + subject + "/speaking"))
            .withQueryParam("representative", equalTo(by.toString()))
            .withQueryParam("purpose", equalTo("APPLY"))
            .willReturn(okJson("{\"standing\":\"%s\",\"guardians\":[]}".formatted(standing))));
  }

  /** The registry says that the erasure of a KOL is asked for. */
  public void erasureAsked(UUID id, UUID request) {
    SERVER.stubFor(
        get(urlPathEqualTo("/registry/v1/subjects/" + id))
            .willReturn(
                okJson(
                    """
                    {"id":"%1$s","kind":"KOL","status":"REGISTERED","canonicalId":"%1$s","erasureRequest":"%2$s"}
                    """
                        .formatted(id, request))));
  }

  /** Sanctions has these measures about a subject. */
  public void measures(UUID subject, String... measures) {
    SERVER.stubFor(
        get(urlPathEqualTo("/sanctions/v1/subjects/" + subject + "/measures"))
            .willReturn(okJson("{\"items\":[" + String.join(",", measures) + "],\"next\":null}")));
  }

  /** Whatever is asked under this path is answered so. */
  public void answers(String pathRegex, int status) {
    SERVER.stubFor(
        get(urlPathMatching(pathRegex)).atPriority(1).willReturn(aResponse().withStatus(status)));
  }

  /** The stubs, for what only one test needs. */
  public WireMockServer server() {
    return SERVER;
  }
}
