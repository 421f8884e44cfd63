package vn.digitaltrust.sanctions.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import vn.digitaltrust.journal.testing.Feed;

/** A journal of the registry on the wire, with real hashes. */
public final class RegistryFeed {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PAGE = 1_000;

  private final Feed feed = new Feed("registry");

  /** Appends what the registry would say about a subject. */
  public RegistryFeed says(UUID subject, String type, String status, UUID mergedInto) {
    ObjectNode state = JSON.createObjectNode();
    state.put("id", subject.toString()).put("kind", "KOL").put("status", status);
    state.put("mergedInto", mergedInto == null ? null : mergedInto.toString());
    feed.append(type, "subject", subject, subject, state, "PUBLIC");
    return this;
  }

  /** Appends what the registry would tell offices of a subject's name; null when there is none. */
  public RegistryFeed named(UUID subject, String name) {
    ObjectNode state = JSON.createObjectNode();
    state.put("id", subject.toString()).put("displayName", name);
    state.put("registrationNumber", "KOL-100000011");
    feed.append("kol.named", "subject-name", subject, subject, state, "INTERNAL");
    return this;
  }

  /** Appends what the registry would say about a request for an erasure. */
  public RegistryFeed asks(UUID subject, UUID request, String status) {
    ObjectNode state = JSON.createObjectNode();
    state.put("id", request.toString()).put("subject", subject.toString()).put("status", status);
    feed.append("erasure.changed", "erasure-request", subject, request, state, "INTERNAL");
    return this;
  }

  /** Serves it from the stub, all after any position. */
  public void serve() {
    for (long after = 0; after <= feed.head(); after++) {
      RegistryStub.client()
          .register(
              get(urlPathEqualTo("/registry/v1/journal"))
                  .withQueryParam("after", equalTo(Long.toString(after)))
                  .willReturn(
                      ok(feed.page(after, PAGE))
                          .withHeader("Content-Type", "application/x-ndjson")));
    }
  }
}
