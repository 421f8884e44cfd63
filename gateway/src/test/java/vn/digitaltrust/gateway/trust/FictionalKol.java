package vn.digitaltrust.gateway.trust;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.digitaltrust.gateway.testing.Neighbours;

/** Somebody who does not exist, as the journals of the neighbours tell of them. */
final class FictionalKol {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  final UUID id = UUID.randomUUID();
  private final UUID account = UUID.randomUUID();
  final String handle = "hu.cau." + id.toString().substring(0, 8);
  private final Neighbours neighbours;

  FictionalKol(Neighbours neighbours) {
    this.neighbours = neighbours;
  }

  /** The check of their account. */
  String byHandle() {
    return "/trust/v1/accounts?platform=TIKTOK&handle=" + handle;
  }

  static Map<String, Object> state(Object... pairs) {
    Map<String, Object> state = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      state.put((String) pairs[i], pairs[i + 1]);
    }
    return state;
  }

  void register(String status, String number, UUID mergedInto) {
    neighbours
        .registry()
        .feed()
        .append(
            "subject",
            id,
            id,
            state(
                "kind",
                "KOL",
                "status",
                status,
                "registrationNumber",
                number,
                "mergedInto",
                mergedInto));
  }

  void open() {
    neighbours
        .registry()
        .feed()
        .append(
            "account",
            id,
            account,
            state(
                "platform",
                "TIKTOK",
                "handle",
                handle,
                "startsAt",
                START.toString(),
                "endsAt",
                null));
  }

  void limit(UUID measure, String end) {
    neighbours
        .sanctions()
        .feed()
        .append(
            "measure",
            id,
            measure,
            state(
                "class",
                "ALLIANCE_MEASURE",
                "kind",
                "ENGAGEMENT_LIMIT",
                "ground",
                Map.of("code", "G-1", "title", "x", "provision", "y"),
                "scope",
                Map.of(
                    "activities",
                    List.of("LIVESTREAM_SELL"),
                    "platforms",
                    List.of(),
                    "media",
                    List.of(),
                    "territories",
                    List.of("2025:79"),
                    "productCategories",
                    List.of()),
                "from",
                "2026-01-01",
                "until",
                null,
                "startsAt",
                START.toString(),
                "endsAt",
                null,
                "conditions",
                List.of(),
                "exceptions",
                List.of(),
                "stays",
                List.of(),
                "end",
                end == null ? null : Map.of("state", end, "at", START.plusSeconds(60).toString())));
  }

  /** Sanctions no longer tells of a measure. */
  void unpublish(UUID measure) {
    neighbours
        .sanctions()
        .feed()
        .append(
            "measure.unpublished",
            "measure",
            id,
            measure,
            state("id", measure.toString(), "subject", id.toString(), "publication", "ENDED"),
            "PUBLIC");
  }

  void certify(String number) {
    neighbours
        .alliance()
        .feed()
        .append(
            "certificate",
            id,
            UUID.randomUUID(),
            state(
                "number",
                number,
                "startsAt",
                START.toString(),
                "endsAt",
                "2099-01-01T00:00:00Z",
                "until",
                "2098-12-31",
                "suspensions",
                List.of(),
                "withdrawnAt",
                null));
  }

  void admit() {
    neighbours
        .alliance()
        .feed()
        .append(
            "membership",
            id,
            UUID.randomUUID(),
            state(
                "status",
                "ADMITTED",
                "admittedAt",
                START.toString(),
                "leftAt",
                null,
                "suspensions",
                List.of()));
  }
}
