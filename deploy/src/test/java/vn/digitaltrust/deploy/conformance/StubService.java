package vn.digitaltrust.deploy.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import vn.digitaltrust.deploy.conformance.Contract.Operation;
import vn.digitaltrust.deploy.conformance.Parcels.Parcel;

/**
 * A service of parcels that keeps every convention but one: the least that the walk can be tried
 * on. A token is a role.
 */
final class StubService implements AutoCloseable {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
  private static final int LONGEST = 100;

  static {
    // The server sends head and body apart, and each answer would wait for the last one's receipt.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final Contract contract;
  private final Defect defect;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Parcels parcels;
  private final AtomicInteger underWay = new AtomicInteger();

  /**
   * Starts it.
   *
   * @param defect what it does wrong; null for nothing
   */
  StubService(Contract contract, Defect defect) throws IOException {
    this.contract = contract;
    this.defect = defect;
    this.parcels = new Parcels(defect);
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** The address of a path. */
  URI address(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private boolean has(Defect other) {
    return defect == other;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String requestId = UUID.randomUUID().toString();
    exchange.getResponseHeaders().set("X-Request-Id", requestId);
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    underWay.incrementAndGet();
    synchronized (this) {
      try {
        answer(exchange, body, requestId);
      } catch (Refused refused) {
        if (has(Defect.WRITES_WHAT_IT_REFUSES) && refused.status() == 400) {
          parcels.put(new Parcel(UUID.randomUUID().toString(), "kol", "x", "NEW", 0), requestId);
        }
        refuse(exchange, refused);
      } finally {
        underWay.decrementAndGet();
      }
    }
  }

  private void answer(HttpExchange exchange, String body, String requestId) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    String place = null;
    String id = null;
    for (Operation operation : contract.operations()) {
      String pattern = operation.path().replace("{id}", "([^/]*)");
      if (path.matches(pattern)) {
        place = operation.path();
        id = path.replaceFirst(pattern, pattern.equals(path) ? "" : "$1");
      }
    }
    if (place == null) {
      throw new Refused(404, "not-found");
    }
    String method =
        has(Defect.TAKES_ANY_METHOD) && exchange.getRequestMethod().equals("PATCH")
            ? "POST"
            : exchange.getRequestMethod();
    if (method.equals("OPTIONS")) {
      exchange.getResponseHeaders().set("Allow", allowed(path));
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
      return;
    }
    Operation operation = contract.operation(method, place).orElse(null);
    if (operation == null) {
      if (!has(Defect.NAMES_NO_METHODS_WHEN_IT_REFUSES_ONE)) {
        exchange.getResponseHeaders().set("Allow", allowed(path));
      }
      throw new Refused(405, "method-not-allowed");
    }
    Ask ask = new Ask(exchange, role(exchange, operation), id, body);
    if ("image/png".equals(ask.header("Accept"))) {
      throw new Refused(406, "not-acceptable");
    }
    asked(ask, operation);
    if (ask.header("Content-Encoding") != null && !has(Defect.TAKES_A_CODED_BODY_FOR_A_PLAIN_ONE)) {
      throw new Refused(415, "unsupported-media-type");
    }
    switch (operation.id()) {
      case "stubReadJournal" -> journal(ask);
      case "stubListParcels" -> list(ask);
      case "stubReadParcel" -> send(ask, 200, visible(ask));
      case "stubSendParcel" -> once(ask, null, requestId);
      case "stubCheckParcels" -> check(ask);
      default -> once(ask, changeable(ask), requestId);
    }
  }

  private String allowed(String path) {
    Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
    for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
      if (!contract.isFree(method, path) || has(Defect.NAMES_THE_METHODS_OF_OTHER_ADDRESSES)) {
        methods.add(method);
      }
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    return String.join(", ", methods);
  }

  private String role(HttpExchange exchange, Operation operation) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    String role = header == null ? "" : header.replace("Bearer ", "");
    if (!List.of("registrar", "kol", "auditor", "press").contains(role)) {
      if (has(Defect.ASKS_FOR_NO_TOKEN)) {
        return "registrar";
      }
      throw new Refused(401, "unauthenticated");
    }
    boolean named =
        operation.roles().contains(role)
            && !(has(Defect.KEEPS_A_NAMED_ROLE_OUT) && role.equals("kol"));
    boolean undecided =
        has(Defect.NAMES_A_ROLE_THAT_NOBODY_DECIDED)
            && role.equals("auditor")
            && operation.id().equals("stubSendParcel");
    if (!named && !undecided && !has(Defect.LETS_ANY_ROLE_IN)) {
      throw new Refused(403, "forbidden");
    }
    return role;
  }

  /** Only what is declared, and once. */
  private void asked(Ask ask, Operation operation) {
    Set<String> seen = new HashSet<>();
    for (String name : ask.names()) {
      boolean known =
          operation.parameters("query").stream()
              .map(parameter -> parameter.name())
              .anyMatch(
                  has(Defect.SPELLS_PARAMETERS_FREELY) ? name::equalsIgnoreCase : name::equals);
      if (!known && !has(Defect.TAKES_STRAY_PARAMETERS)
          || !seen.add(name) && !has(Defect.TAKES_A_PARAMETER_TWICE)) {
        throw new Refused(400, "unknown-property");
      }
    }
  }

  private void journal(Ask ask) throws IOException {
    long after = ask.number("after", 0, Integer.MAX_VALUE, 0);
    long most = has(Defect.TAKES_ANY_LIMIT_OF_A_FEED) ? Integer.MAX_VALUE : 1_000;
    long limit = ask.number("limit", 1, most, 100);
    ObjectNode feed = JSON.createObjectNode();
    ArrayNode page = feed.putArray("entries");
    parcels.entries().stream().skip(after).limit(limit).forEach(page::add);
    feed.putObject("head").put("position", parcels.entries().size());
    reply(ask.exchange(), 200, "application/json", feed.toString());
  }

  private void list(Ask ask) throws IOException {
    String state = ask.query("state");
    if (state != null && !List.of("NEW", "LABELLED").contains(state)) {
      throw new Refused(400, "malformed-request");
    }
    long limit = has(Defect.TAKES_ANY_LIMIT) ? 50 : ask.number("limit", 1, 200, 50);
    List<Parcel> found =
        parcels.all().stream()
            .filter(parcel -> isSeenBy(parcel, ask.role()) || has(Defect.LISTS_ROWS_OF_OTHERS))
            .filter(parcel -> state == null || parcel.state().equals(state))
            .toList();
    int from = from(ask.query("cursor"), state);
    ObjectNode page = JSON.createObjectNode();
    ArrayNode items = page.putArray("items");
    found.stream()
        .skip(from)
        .limit(limit)
        .forEach(parcel -> items.add(parcels.view(parcel, ask.role())));
    long next = from + limit;
    boolean ends = next >= found.size() || has(Defect.NEVER_HAS_A_SECOND_PAGE);
    page.put("next", !ends ? "after-" + next + "-" + state : null);
    reply(ask.exchange(), 200, "application/json", page.toString());
  }

  private int from(String cursor, String state) {
    if (cursor == null || cursor.isEmpty() && has(Defect.TAKES_AN_EMPTY_PARAMETER)) {
      return 0;
    }
    String[] parts = cursor.split("-");
    if (parts.length == 3
        && (parts[2].equals("" + state) || has(Defect.TAKES_A_CURSOR_OF_ANOTHER_FILTER))) {
      return Integer.parseInt(parts[1]);
    }
    if (has(Defect.TAKES_ANY_CURSOR)) {
      return 0;
    }
    throw new Refused(400, "invalid-value");
  }

  private Parcel visible(Ask ask) {
    if (has(Defect.FAILS_ON_ODD_IDS) && ask.id().contains("%")) {
      throw new Refused(500, "internal");
    }
    Parcel parcel = parcels.get(ask.id());
    if (parcel == null
        || !isSeenBy(parcel, ask.role())
            && !has(Defect.SHOWS_ROWS_OF_OTHERS)
            && !has(Defect.LETS_ANYBODY_CHANGE_ROWS_OF_OTHERS)) {
      throw new Refused(404, "not-found");
    }
    return parcel;
  }

  private static boolean isSeenBy(Parcel parcel, String role) {
    return parcel.isPublic() || parcel.isOpenTo(role);
  }

  private Parcel changeable(Ask ask) {
    Parcel parcel = visible(ask);
    if (!parcel.isOpenTo(ask.role())
        && !has(Defect.CHANGES_PUBLIC_ROWS_OF_OTHERS)
        && !has(Defect.LETS_ANYBODY_CHANGE_ROWS_OF_OTHERS)) {
      throw new Refused(403, "forbidden");
    }
    return parcel;
  }

  /** Says of each line whether it could be sent. */
  private void check(Ask ask) throws IOException {
    if (!Requests.NDJSON.equals(ask.header("Content-Type"))) {
      throw new Refused(415, "unsupported-media-type");
    }
    StringBuilder answers = new StringBuilder();
    for (String line : ask.body().lines().toList()) {
      ObjectNode answer = JSON.createObjectNode();
      try {
        fitting(line, has(Defect.SWALLOWS_STRAY_PROPERTIES_IN_LINES));
        answer.putNull("problem");
      } catch (Refused refused) {
        answer.set("problem", problem(refused, false));
      }
      answers.append(answer).append('\n');
    }
    reply(ask.exchange(), 200, Requests.NDJSON, answers.toString());
  }

  private void once(Ask ask, Parcel old, String requestId) throws IOException {
    ObjectNode body = body(ask);
    String key = ask.header("Idempotency-Key");
    if (key != null && !key.matches("[!-~]{1,200}") && !has(Defect.TAKES_ANY_RETRY_KEY)) {
      throw new Refused(400, "invalid-value");
    }
    String slot = ask.role() + ask.exchange().getRequestURI().getPath() + key;
    boolean forgets =
        has(Defect.DOES_IT_AGAIN) || has(Defect.DOES_IT_TWICE_AT_ONCE) && meetsAnother();
    Parcels.Kept kept = key == null || forgets ? null : parcels.kept(slot);
    if (kept != null) {
      if (!kept.body().equals(body) && !has(Defect.TAKES_ANOTHER_BODY_FOR_THE_SAME_KEY)) {
        throw new Refused(422, "retry-key-reused");
      }
      send(ask, 201, parcels.get(kept.id()));
      return;
    }
    if (old != null) {
      version(ask, old);
      if (has(Defect.IS_NEVER_DONE)) {
        throw new Refused(409, "wrong-state");
      }
    }
    if (has(Defect.REFUSES_ITS_OWN_EXAMPLE) && body.path("name").asText().equals("Books")) {
      throw new Refused(422, "invalid-value");
    }
    Parcel parcel =
        old == null
            ? new Parcel(
                UUID.randomUUID().toString(), ask.role(), body.path("name").asText(), "NEW", 0)
            : new Parcel(
                old.id(), old.owner(), body.path("name").asText(), "LABELLED", old.version() + 1);
    parcels.put(parcel, requestId);
    parcels.keep(slot, body, parcel.id());
    send(ask, 201, parcel);
  }

  private void version(Ask ask, Parcel parcel) {
    String version = ask.header("If-Match");
    if (version == null && !has(Defect.ASKS_FOR_NO_VERSION) || "*".equals(version)) {
      if (version != null && has(Defect.TAKES_ANY_FOR_A_VERSION)) {
        return;
      }
      throw new Refused(428, "version-required");
    }
    if (version != null
        && !version.equals("\"" + parcel.version() + "\"")
        && !has(Defect.TAKES_A_STALE_VERSION)
        && !(has(Defect.TAKES_A_VERSION_THAT_WAS) && version.matches("\"[0-9]{1,3}\""))) {
      throw new Refused(412, "stale-version");
    }
  }

  private ObjectNode body(Ask ask) {
    String type = ask.header("Content-Type");
    if (!"application/json".equals(type)
        && !has(Defect.TAKES_ANY_MEDIA_TYPE)
        && !(type == null && has(Defect.TAKES_A_BODY_OF_NO_TYPE))) {
      throw new Refused(415, "unsupported-media-type");
    }
    return fitting(ask.body(), has(Defect.SWALLOWS_STRAY_PROPERTIES));
  }

  private ObjectNode fitting(String text, boolean takesStrays) {
    try {
      if (JSON.readTree(text) instanceof ObjectNode body) {
        boolean hasTags = body.has("tags");
        boolean fits = fits(body.path("name"), has(Defect.TAKES_CONTROL_CHARACTERS));
        for (JsonNode tag : body.path("tags")) {
          fits &= fits(tag, has(Defect.TAKES_CONTROL_CHARACTERS_IN_LISTS));
        }
        if (fits
            && (!hasTags || body.path("tags").isArray())
            && (body.size() == (hasTags ? 2 : 1) || takesStrays)) {
          return body;
        }
      }
    } catch (JsonProcessingException e) {
      throw new Refused(400, "malformed-request");
    }
    throw new Refused(400, "malformed-request");
  }

  private boolean fits(JsonNode text, boolean takesControls) {
    return (text.isTextual() || text.isNumber() && has(Defect.TAKES_NUMBERS_FOR_TEXT))
        && (text.asText().length() <= LONGEST || has(Defect.TAKES_A_MEGABYTE))
        && (text.asText().chars().noneMatch(Character::isISOControl) || takesControls);
  }

  private void send(Ask ask, int status, Parcel parcel) throws IOException {
    ask.exchange().getResponseHeaders().set("ETag", "\"" + parcel.version() + "\"");
    if (status == 201 || has(Defect.TELLS_A_HEADER_THAT_IT_DOES_NOT_DECLARE)) {
      ask.exchange().getResponseHeaders().set("Location", "/stub/v1/parcels/" + parcel.id());
    }
    reply(
        ask.exchange(),
        has(Defect.ANSWERS_A_STATUS_OF_ITS_OWN) && status == 201 ? 202 : status,
        "application/json",
        parcels.view(parcel, ask.role()).toString());
  }

  private void refuse(HttpExchange exchange, Refused refused) throws IOException {
    if (refused.status() == 401) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
    }
    String language = exchange.getRequestHeaders().getFirst("Accept-Language");
    boolean vietnamese =
        language != null && language.startsWith("vi") && !has(Defect.SPEAKS_ENGLISH_ONLY);
    boolean html = has(Defect.ANSWERS_IN_HTML);
    String type = html ? "text/html" : "application/problem+json";
    String body = html ? "<p>Refused</p>" : problem(refused, vietnamese).toString();
    reply(exchange, refused.status(), type, body);
  }

  private static ObjectNode problem(Refused refused, boolean vietnamese) {
    return JSON.createObjectNode()
        .put("type", "urn:digital-trust:problem:" + refused.slug())
        .put("status", refused.status())
        .put("title", (vietnamese ? "Từ chối: " : "Refused: ") + refused.slug())
        .put("detail", vietnamese ? "Hãy đọc tài liệu" : "Read the document");
  }

  private static void reply(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /**
   * Whether another request is under way; of those sent at once two meet, however slow it is here.
   */
  private boolean meetsAnother() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
    while (System.nanoTime() < end) {
      if (underWay.get() > 1) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }
}
