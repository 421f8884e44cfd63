package vn.digitaltrust.sanctions.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A journal of the registry on the wire, written after the published algorithm and not with the
 * library's code, so that the follower's checks are real.
 */
public final class RegistryFeed {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HexFormat HEX = HexFormat.of();

  private final List<ObjectNode> entries = new ArrayList<>();
  private byte[] head = new byte[32];

  /** Appends what the registry would say about a subject. */
  public RegistryFeed says(UUID subject, String type, String status, UUID mergedInto) {
    ObjectNode state = JSON.createObjectNode();
    state.put("id", subject.toString()).put("kind", "KOL").put("status", status);
    state.put("mergedInto", mergedInto == null ? null : mergedInto.toString());
    byte[] payload = state.toString().getBytes(StandardCharsets.UTF_8);
    byte[] salt = new byte[32];
    byte[] trail = new byte[32];
    byte[] commitment =
        hash(
            "digital-trust/journal/1/payload",
            out -> {
              field(out, salt);
              field(out, payload);
            });
    long position = entries.size() + 1;
    Instant recordedAt = Instant.parse("2026-11-25T03:00:00Z");
    byte[] previous = head;
    head =
        hash(
            "digital-trust/journal/1/entry",
            out -> {
              out.write(previous);
              out.writeLong(position);
              out.writeLong(recordedAt.getEpochSecond() * 1_000_000L);
              field(out, type.getBytes(StandardCharsets.UTF_8));
              uuid(out, subject);
              field(out, "subject".getBytes(StandardCharsets.UTF_8));
              uuid(out, subject);
              out.writeLong(1);
              field(out, "PUBLIC".getBytes(StandardCharsets.UTF_8));
              out.writeInt(1);
              out.write(commitment);
              out.write(trail);
            });
    entries.add(
        JSON.createObjectNode()
            .put("position", position)
            .put("hash", HEX.formatHex(head))
            .put("previous", HEX.formatHex(previous))
            .put("recordedAt", recordedAt.toString())
            .put("type", type)
            .put("subject", subject.toString())
            .put("aggregate", "subject")
            .put("aggregateId", subject.toString())
            .put("version", 1)
            .put("audience", "PUBLIC")
            .put("schema", 1)
            .put("commitment", HEX.formatHex(commitment))
            .put("trailCommitment", HEX.formatHex(trail))
            .put("salt", HEX.formatHex(salt))
            .put("payload", state.toString()));
    return this;
  }

  /** Serves it from the stub, all after any position. */
  public void serve() {
    for (int after = 0; after <= entries.size(); after++) {
      StringBuilder page = new StringBuilder();
      entries.subList(after, entries.size()).forEach(entry -> page.append(entry).append('\n'));
      page.append(
          "{\"head\":{\"position\":%d,\"hash\":\"%s\"}}%n"
              .formatted(entries.size(), HEX.formatHex(head)));
      RegistryStub.client()
          .register(
              get(urlPathEqualTo("/registry/v1/journal"))
                  .withQueryParam("after", equalTo(Integer.toString(after)))
                  .willReturn(
                      ok(page.toString()).withHeader("Content-Type", "application/x-ndjson")));
    }
  }

  private interface Bytes {
    void to(DataOutputStream out) throws IOException;
  }

  private static byte[] hash(String domain, Bytes bytes) {
    try {
      ByteArrayOutputStream buffer = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(buffer);
      field(out, domain.getBytes(StandardCharsets.UTF_8));
      bytes.to(out);
      return MessageDigest.getInstance("SHA-256").digest(buffer.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void field(DataOutputStream out, byte[] value) throws IOException {
    out.writeInt(value.length);
    out.write(value);
  }

  private static void uuid(DataOutputStream out, UUID value) throws IOException {
    out.writeLong(value.getMostSignificantBits());
    out.writeLong(value.getLeastSignificantBits());
  }
}
