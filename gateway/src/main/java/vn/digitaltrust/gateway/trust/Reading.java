package vn.digitaltrust.gateway.trust;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import vn.digitaltrust.journal.Entry;
import vn.digitaltrust.journal.Instants;
import vn.digitaltrust.verdict.AccountSpan;
import vn.digitaltrust.verdict.Certificate;
import vn.digitaltrust.verdict.Dimension;
import vn.digitaltrust.verdict.Measure;
import vn.digitaltrust.verdict.Membership;
import vn.digitaltrust.verdict.Scope;
import vn.digitaltrust.verdict.Subject;
import vn.digitaltrust.verdict.Values;
import vn.digitaltrust.vocabulary.MeasureKind;
import vn.digitaltrust.vocabulary.Span;

/**
 * GW-14: reads states of the journals. What is unknown, missing or malformed gets the reading that
 * restricts most, and is logged; values are not logged, names of fields are.
 */
final class Reading {
  private static final Logger LOG = Logger.getLogger(Reading.class);
  private static final Instant ALWAYS = Instant.EPOCH;

  /** An interval that nothing is in. */
  private static final Span NEVER = new Span(Instant.MAX, Instant.MAX);

  private static final Set<String> HARMLESS =
      Stream.of(MeasureKind.values())
          .filter(kind -> kind != MeasureKind.ENGAGEMENT_LIMIT)
          .map(MeasureKind::name)
          .collect(Collectors.toUnmodifiableSet());

  /** What almost every subject says, held once. */
  private static final Map<String, String> COMMON =
      Stream.of("KOL", "ORGANISATION", "RECORDED", "SUBMITTED", "REGISTERED", "INACTIVE")
          .collect(Collectors.toMap(text -> text, text -> text));

  private final Entry entry;

  Reading(Entry entry) {
    this.entry = entry;
  }

  Subject subject() {
    JsonNode state = entry.state();
    return new Subject(
        entry.aggregateId(),
        common(text(state, "kind")),
        common(text(state, "status")),
        text(state, "registrationNumber"),
        id(state, "mergedInto"));
  }

  AccountSpan account() {
    JsonNode state = entry.state();
    return new AccountSpan(
        entry.aggregateId(),
        entry.subject(),
        text(state, "platform"),
        text(state, "handle"),
        text(state, "platformId"),
        wide(state),
        instant(state, "provenSince"));
  }

  /** The engagement limit that this is to be read as, or null when it restricts nothing. */
  Measure<Restriction> measure() {
    if (entry.unpublished()) {
      return null;
    }
    JsonNode state = entry.state();
    String kind = text(state, "kind");
    if (!"measure".equals(entry.aggregate())) {
      strange("aggregate", "is read as an engagement limit");
    } else if (kind != null && HARMLESS.contains(kind)) {
      return null;
    } else if (!"ENGAGEMENT_LIMIT".equals(kind)) {
      strange("kind", "is read as an engagement limit");
    }
    JsonNode end = state.path("end");
    String ended = end.hasNonNull("state") ? end.path("state").asText() : null;
    boolean lifted = "LIFTED".equals(ended);
    boolean annulled = "ANNULLED".equals(ended);
    if (ended != null && !lifted && !annulled) {
      strange("end.state", "is read as not ended");
    }
    List<Span> stays = new ArrayList<>();
    state.path("stays").forEach(stay -> stays.add(narrow(stay)));
    List<Measure.Permission> exceptions = new ArrayList<>();
    for (JsonNode exception : state.path("exceptions")) {
      exceptions.add(
          new Measure.Permission(scope(exception.path("scope"), false), narrow(exception)));
    }
    return new Measure<>(
        entry.aggregateId(),
        entry.subject(),
        Restriction.of(entry.aggregateId(), state),
        wide(state),
        lifted ? instant(end, "at") : null,
        annulled,
        !state.path("conditions").isEmpty(),
        scope(state.path("scope"), true),
        List.copyOf(stays),
        List.copyOf(exceptions));
  }

  Membership membership() {
    if (entry.unpublished()) {
      return new Membership(entry.aggregateId(), entry.subject(), null, List.of());
    }
    JsonNode state = entry.state();
    String status = text(state, "status");
    Instant admitted = instant(state, "admittedAt");
    Instant left = instant(state, "leftAt");
    boolean open = "ADMITTED".equals(status);
    boolean over = "LEFT".equals(status) || "EXCLUDED".equals(status);
    if (!open && !over && !"ERASED".equals(status)) {
      strange("status", "is read as no membership");
    }
    boolean none = admitted == null || over && left == null || !open && !over;
    return new Membership(
        entry.aggregateId(),
        entry.subject(),
        none ? null : new Span(admitted, left),
        suspensions(state));
  }

  /** The certificate, or null when its holder was erased or it is no longer told. */
  Certificate certificate() {
    JsonNode state = entry.state();
    if (entry.unpublished() || state.path("erased").asBoolean()) {
      return null;
    }
    Instant starts = instant(state, "startsAt");
    Instant ends = instant(state, "endsAt");
    boolean whole = starts != null && ends != null;
    if (!whole) {
      strange("startsAt or endsAt", "is read as expired");
    }
    Instant withdrawn = instant(state, "withdrawnAt");
    if (withdrawn == null && state.hasNonNull("withdrawnAt")) {
      withdrawn = ALWAYS;
    }
    return new Certificate(
        entry.aggregateId(),
        entry.subject(),
        text(state, "number"),
        text(state, "until"),
        whole ? new Span(starts, ends) : new Span(ALWAYS, ALWAYS),
        withdrawn,
        suspensions(state));
  }

  private List<Span> suspensions(JsonNode state) {
    List<Span> suspensions = new ArrayList<>();
    state.path("suspensions").forEach(suspension -> suspensions.add(wide(suspension)));
    return List.copyOf(suspensions);
  }

  private Scope scope(JsonNode scope, boolean restricts) {
    return new Scope(
        dimension(scope, "activities", Values.ACTIVITIES, restricts),
        dimension(scope, "platforms", Values.PLATFORMS, restricts),
        dimension(scope, "media", Values.MEDIA, restricts),
        dimension(scope, "territories", Values.TERRITORIES, restricts),
        dimension(scope, "productCategories", Values.PRODUCT_CATEGORIES, restricts));
  }

  private Dimension dimension(JsonNode scope, String name, Set<String> known, boolean restricts) {
    JsonNode given = scope.path(name);
    if (!given.isArray()) {
      strange(name, restricts ? "is read as everything" : "is read as nothing");
      return restricts ? Dimension.ALL : new Dimension(false, Set.of());
    }
    if (given.isEmpty()) {
      return Dimension.ALL;
    }
    Set<String> values = new HashSet<>();
    for (JsonNode value : given) {
      if (known.contains(value.asText())) {
        values.add(value.asText());
      } else {
        strange(name, restricts ? "is read as everything" : "permits nothing");
        if (restricts) {
          return Dimension.ALL;
        }
      }
    }
    return new Dimension(false, Set.copyOf(values));
  }

  /** An interval of something that restricts, or of an account: in doubt it is longer. */
  private Span wide(JsonNode node) {
    Instant starts = instant(node, "startsAt");
    return new Span(starts == null ? ALWAYS : starts, instant(node, "endsAt"));
  }

  /** An interval of something that permits: in doubt it is nothing. */
  private Span narrow(JsonNode node) {
    Instant starts = instant(node, "startsAt");
    Instant ends = instant(node, "endsAt");
    return starts == null || ends == null && node.hasNonNull("endsAt")
        ? NEVER
        : new Span(starts, ends);
  }

  private Instant instant(JsonNode node, String name) {
    if (!node.hasNonNull(name)) {
      return null;
    }
    try {
      return Instants.parse(node.get(name).asText());
    } catch (DateTimeException malformed) {
      strange(name, "is no instant");
      return null;
    }
  }

  private UUID id(JsonNode node, String name) {
    if (!node.hasNonNull(name)) {
      return null;
    }
    try {
      return UUID.fromString(node.get(name).asText());
    } catch (IllegalArgumentException malformed) {
      strange(name, "is no id");
      return null;
    }
  }

  private static String common(String text) {
    return text == null ? null : COMMON.getOrDefault(text, text);
  }

  private static String text(JsonNode node, String name) {
    return node.hasNonNull(name) ? node.get(name).asText() : null;
  }

  /** Says that an aggregate nobody here knows changes nothing, and why that is safe. */
  void passedOver(String why) {
    strange("aggregate", "is passed over: it " + why);
  }

  private void strange(String field, String reading) {
    LOG.warnf(
        "entry %d (%s %s): an unknown value of %s %s",
        entry.position(), entry.type(), entry.aggregateId(), field, reading);
  }
}
