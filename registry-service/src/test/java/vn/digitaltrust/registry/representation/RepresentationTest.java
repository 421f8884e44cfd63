package vn.digitaltrust.registry.representation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Tokens;
import vn.digitaltrust.registry.testing.Registry;
import vn.digitaltrust.registry.testing.TestClock;
import vn.digitaltrust.vocabulary.TaxCode;

@QuarkusTest
class RepresentationTest extends Registry {
  private static final String POWER = ",\"powerNumber\":\"12/UQ\",\"powerDate\":\"2026-11-20\"";

  private static String agency(String type, String taxCode) {
    return registrar()
        .body(
            "{\"names\":[{\"type\":\"LEGAL\",\"value\":\"Công ty Đại Diện\"}],\"organisationType\":\"%s\",\"homeProvince\":\"2025:01\"%s}"
                .formatted(type, taxCode == null ? "" : ",\"taxCode\":\"" + taxCode + "\""))
        .post("/organisations")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** A valid one that no other test uses. */
  private static String taxCode() {
    return Stream.generate(
            () -> ThreadLocalRandom.current().nextLong(2_000_000_000L, 9_000_000_000L))
        .map(Object::toString)
        .filter(code -> TaxCode.canonical(code) != null)
        .findFirst()
        .orElseThrow();
  }

  private static String child() {
    return registrar()
        .body(
            kolBody("Bé Có Giám Hộ", "Bé Thật")
                .replace(
                    "\"birthDate\":\"1996-05-17\"",
                    "\"birthDate\":\"2012-03-04\",\"guardian\":{\"name\":\"Mẹ Mẫu\"}"))
        .post("/kols")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** The represented and, after a blank, what is sent about it. */
  private static String body(String kind, String of, String by, String more) {
    return of
        + " {\"representative\":\"%s\",\"kind\":\"%s\",\"purposes\":[\"READ\",\"RESPOND\"]%s}"
            .formatted(by, kind, more);
  }

  private static ValidatableResponse enter(RequestSpecification who, String body) {
    var parts = body.split(" ", 2);
    return who.body(parts[1]).post("/subjects/" + parts[0] + "/representations").then();
  }

  private static String entered(String body) {
    return enter(registrar(), body).statusCode(201).extract().path("id");
  }

  private static RequestSpecification kol(String subject) {
    return with(kolToken(subject));
  }

  private static RequestSpecification business(String subject) {
    return with(Tokens.of("business-" + subject, "business").claim("member_id", subject).sign());
  }

  private static ValidatableResponse asked(String of, String by, String more) {
    return holder("sanctions")
        .get("/subjects/" + of + "/speaking?representative=" + by + "&purpose=RESPOND" + more)
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse confirm(RequestSpecification who, String id) {
    return who.header("If-Match", etag("/representations/" + id))
        .body("{}")
        .post("/representations/" + id + "/confirmations")
        .then();
  }

  private static ValidatableResponse end(RequestSpecification who, String id, String more) {
    return who.header("If-Match", etag("/representations/" + id))
        .body("{\"reason\":\"Hết hợp đồng\"%s}".formatted(more))
        .post("/representations/" + id + "/endings")
        .then();
  }

  @Test
  @DisplayName(
      "REP-2, REP-8 a manager speaks once the represented has confirmed, and never by itself")
  void confirmedByTheRepresented() {
    var star = registered("Có Quản Lý");
    var manager = registered("Người Quản Lý");
    String id =
        enter(kol(manager), body("MANAGER", star, manager, POWER))
            .statusCode(201)
            .body("confirmedBy", nullValue())
            .extract()
            .path("id");
    asked(star, manager, "")
        .body("standing", equalTo("UNCONFIRMED"))
        .body("representation", equalTo(id));
    confirm(kol(manager), id).statusCode(422).body("rule", equalTo("REP-2"));
    confirm(kol(registered("Người Lạ")), id).statusCode(404);
    confirm(kol(star), id).statusCode(200).body("confirmedBy", equalTo("REPRESENTED"));
    asked(star, manager, "").body("standing", equalTo("SPEAKS")).body("guardians", empty());
    asked(manager, star, "").body("standing", equalTo("NONE")).body("kind", nullValue());
    confirm(kol(star), id).statusCode(409);
    enter(kol(registered("Lại Lạ")), body("MANAGER", star, manager, POWER)).statusCode(403);
  }

  @Test
  @DisplayName("REP-2 a registrar who is a party is none in the record, and confirms no guardian")
  void registrarsOwn() {
    var child = child();
    var adult = registered("Cán Bộ Là Mẹ");
    var both =
        with(Tokens.of("registrar-mother", "registrar", "kol").claim("subject_id", adult).sign());
    String id =
        enter(both, body("GUARDIAN", child, adult, ""))
            .statusCode(201)
            .body("confirmedBy", nullValue())
            .extract()
            .path("id");
    var again =
        with(Tokens.of("registrar-mother", "registrar", "kol").claim("subject_id", adult).sign());
    confirm(again, id).statusCode(422).body("rule", equalTo("REP-2"));
    confirm(kol(child), id).statusCode(422).body("rule", equalTo("REP-2"));
    confirm(secondRegistrar(), id).statusCode(200).body("confirmedBy", equalTo("REGISTRAR"));
  }

  @Test
  @DisplayName("REP-6, REP-8 an agency speaks until its record ends, and not at that instant")
  void theEnd() {
    var star = registered("Có Công Ty");
    var agency = agency("AGENCY", taxCode());
    var id = entered(body("AGENCY", star, agency, POWER));
    asked(star, agency, "").body("standing", equalTo("SPEAKS"));
    end(business(agency), id, ",\"endsAt\":\"2020-01-01T00:00:00Z\"")
        .statusCode(422)
        .body("rule", equalTo("REP-6"));
    end(business(agency), id, ",\"endsAt\":\"%s\"".formatted(TestClock.MORNING.plusSeconds(10)))
        .statusCode(200);
    clock.advance(Duration.ofMillis(9_999));
    asked(star, agency, "").body("standing", equalTo("SPEAKS"));
    end(kol(star), id, ",\"endsAt\":\"%s\"".formatted(TestClock.MORNING.plusSeconds(11)))
        .statusCode(422)
        .body("rule", equalTo("REP-6"));
    clock.advance(Duration.ofMillis(1));
    asked(star, agency, "").body("standing", equalTo("ENDED"));
    end(kol(star), id, "").statusCode(409);
    var second = entered(body("AGENCY", star, agency, POWER));
    asked(star, agency, "").body("standing", equalTo("SPEAKS"));
    end(kol(star), second, "").statusCode(200).body("endReason", equalTo("Hết hợp đồng"));
    asked(star, agency, "").body("standing", equalTo("ENDED"));
  }

  @Test
  @DisplayName("REP-3 who may be a guardian, an agency and a manager")
  void whoIsFit() {
    var star = registered("Ai Đại Diện");
    var child = child();
    var adult = registered("Người Lớn Đại Diện");
    var shop = agency("BUSINESS", null);
    for (var unfit :
        List.of(
            body("AGENCY", star, shop, POWER),
            body("AGENCY", star, agency("AGENCY", null), POWER),
            body("AGENCY", star, adult, POWER),
            body("MANAGER", star, child, POWER),
            body("MANAGER", star, shop, POWER),
            body("MANAGER", star, recorded("Chỉ Được Nêu"), POWER),
            body("MANAGER", star, star, POWER),
            body("GUARDIAN", star, adult, ""),
            body("GUARDIAN", child, child(), ""))) {
      enter(registrar(), unfit).statusCode(422).body("rule", equalTo("REP-3"));
    }
    // Whoever says to be a guardian does not learn how old somebody is.
    enter(kol(adult), body("GUARDIAN", star, adult, "")).statusCode(201);
    entered(body("COUNSEL", star, shop, POWER + ",\"case\":\"C-1\""));
  }

  @Test
  @DisplayName("REP-4, REP-8 counsel speaks in its own case, under a power of attorney")
  void counsel() {
    var star = registered("Có Luật Sư");
    var counsel = registered("Luật Sư Mẫu");
    enter(registrar(), body("COUNSEL", star, counsel, POWER))
        .statusCode(400)
        .body("violations.field", hasItem("case"));
    enter(registrar(), body("MANAGER", star, counsel, POWER + ",\"case\":\"C-1\""))
        .statusCode(400)
        .body("violations.field", hasItem("case"));
    enter(registrar(), body("COUNSEL", star, counsel, ",\"case\":\"C-1\""))
        .statusCode(400)
        .body("violations.field", hasItem("powerNumber"));
    enter(
            registrar(),
            body(
                "COUNSEL",
                star,
                counsel,
                ",\"case\":\"C-1\",\"powerNumber\":\"1\",\"powerDate\":\"2027-01-01\""))
        .statusCode(400)
        .body("violations.field", hasItem("powerDate"));
    entered(body("COUNSEL", star, counsel, POWER + ",\"case\":\"C-1\""));
    asked(star, counsel, "&case=C-1").body("standing", equalTo("SPEAKS"));
    asked(star, counsel, "&case=C-2").body("standing", equalTo("OTHER_CASE"));
    asked(star, counsel, "").body("standing", equalTo("OTHER_CASE"));
  }

  @Test
  @DisplayName("REP-9 two guardians are named to each other, and there is no third")
  void twoGuardians() {
    var child = child();
    var mother = registered("Mẹ Giám Hộ");
    var father = registered("Cha Giám Hộ");
    entered(body("GUARDIAN", child, mother, ""));
    asked(child, mother, "").body("standing", equalTo("SPEAKS")).body("guardians", empty());
    var fathers = entered(body("GUARDIAN", child, father, ""));
    asked(child, mother, "").body("guardians", contains(father));
    asked(child, father, "").body("guardians", contains(mother));
    enter(registrar(), body("GUARDIAN", child, registered("Người Thứ Ba"), ""))
        .statusCode(422)
        .body("rule", equalTo("REP-9"));
    end(kol(father), fathers, "").statusCode(200);
    asked(child, mother, "").body("guardians", empty());
    clock.set(TestClock.MORNING.plus(Duration.ofDays(365 * 4)));
    asked(child, mother, "").body("standing", equalTo("OF_AGE"));
  }

  @Test
  @DisplayName("REP-1 a record is entered once at a time, for the future, and is not rewritten")
  void onceAtATime() {
    var star = registered("Một Lần");
    var manager = registered("Quản Lý Một Lần");
    var id = entered(body("MANAGER", star, manager, POWER));
    enter(registrar(), body("MANAGER", star, manager, POWER)).statusCode(409);
    enter(
            registrar(),
            body("MANAGER", manager, star, POWER + ",\"startsAt\":\"2020-01-01T00:00:00Z\""))
        .statusCode(422)
        .body("rule", equalTo("REP-1"));
    enter(
            registrar(),
            body("MANAGER", manager, star, POWER + ",\"endsAt\":\"2020-01-01T00:00:00Z\""))
        .statusCode(422)
        .body("rule", equalTo("REP-1"));
    for (var change :
        List.of(
            "purposes = 'APPEAL'",
            "starts_at = starts_at - interval '1 day'",
            "power_number = 'x'")) {
      assertThrows(
          IllegalStateException.class,
          () -> run("update representation set %s where id = '%s'".formatted(change, id)));
    }
    assertThrows(
        IllegalStateException.class,
        () ->
            run(
                "insert into representation (id, version, represented, representative, kind, purposes, case_word, power_number, power_date, starts_at, entered_at, erased)"
                    + " select gen_random_uuid(), 0, represented, representative, kind, purposes, case_word, power_number, power_date, starts_at, entered_at, false from representation where id = '"
                    + id
                    + "'"));
  }

  @Test
  @DisplayName(
      "REP-7 a record is for its parties, registrars and auditors; the journal tells the two")
  void whoReads() {
    var star = registered("Riêng Tư");
    var manager = registered("Quản Lý Kín");
    var id = entered(body("MANAGER", star, manager, POWER));
    for (var party : List.of(star, manager)) {
      kol(party).get("/representations/" + id).then().statusCode(200);
      kol(party).get("/representations").then().body("items.id", contains(id));
    }
    as("auditor").get("/representations?subject=" + star).then().body("items.id", contains(id));
    var stranger = registered("Người Ngoài");
    kol(stranger).get("/representations/" + id).then().statusCode(404);
    kol(stranger).get("/representations?subject=" + star).then().body("items", empty());
    assertEquals(
        List.of("PARTY"),
        query("select audience from journal_entry where aggregate_id = '" + id + "'"));
    kol(manager)
        .get("/journal?limit=1000&after=" + beforeEntry(id))
        .then()
        .body("entries.aggregateId", hasItem(id));
    kol(stranger)
        .get("/journal?limit=1000&after=" + beforeEntry(id))
        .then()
        .body("entries.aggregateId", not(hasItem(id)));
    assertEquals(
        List.of("1"),
        query(
            "select 1 from journal_entry e where aggregate_id = '%s' and version = (select version from representation where id = '%1$s')"
                .formatted(id)));
  }

  private static long beforeEntry(String id) {
    return Long.parseLong(
            query("select min(position) from journal_entry where aggregate_id = '" + id + "'")
                .get(0))
        - 1;
  }

  @Test
  @DisplayName(
      "REP-8 a record counts for the person whatever was merged, and is over with an erasure")
  void mergedAndErased() {
    var star = registered("Sẽ Gộp");
    var canonical = registered("Gộp Vào");
    var manager = registered("Quản Lý Cả Hai");
    var id = entered(body("MANAGER", star, manager, POWER));
    act(
            "/subjects/" + star,
            "merges",
            "{\"into\":\"%s\",\"reason\":\"trùng\"}".formatted(canonical))
        .statusCode(200);
    asked(canonical, manager, "").body("standing", equalTo("SPEAKS"));
    asked(star, manager, "").body("standing", equalTo("SPEAKS"));
    erase(manager);
    asked(canonical, manager, "").body("standing", equalTo("NONE"));
    registrar()
        .get("/representations/" + id)
        .then()
        .statusCode(200)
        .body("powerNumber", nullValue())
        .body("endsAt", equalTo(TestClock.MORNING.toString()));
  }
}
