package vn.digitaltrust.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Tokens;

/** Readers of the snapshot that take nothing, over connections held by hand. */
@QuarkusTest
class SnapshotSeatsTest extends JournalTest {
  @Inject SnapshotResource resource;

  /** More than the buffers between a service and a reader that takes nothing. */
  @BeforeEach
  void makeLarge() {
    record Long(String text) {}
    untilTaken(0); // the reader of the test before may have left this moment
    if (number(DATABASE, "select coalesce(sum(length(payload)), 0) from journal_entry")
        > 20_000_000) {
      return;
    }
    for (int i = 0; i < 360; i++) {
      UUID id = UUID.randomUUID();
      desk.append(Change.of("note.written", id, "note", id, 0, new Long("x".repeat(60_000))));
    }
  }

  /** Asks for the snapshot and takes nothing of it. */
  private Socket idler(String token) throws IOException {
    Socket idler = new Socket();
    idler.setReceiveBufferSize(4_096);
    idler.setSoTimeout(30_000);
    idler.connect(new InetSocketAddress("localhost", server.getPort()));
    String request =
        "GET /registry/v1/snapshot HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(token);
    idler.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    return idler;
  }

  private static String member(int number) {
    return Tokens.of("member-" + number, "platform").claim("azp", "member-" + number).sign();
  }

  private static Response snapshot(String token) {
    return RestAssured.given().auth().oauth2(token).get("/registry/v1/snapshot");
  }

  private void untilTaken(int seats) {
    Await.until(seats + " seats are taken", () -> resource.seats.takenByOthers() == seats);
  }

  @Test
  @DisplayName("JRN-14: a client that reads slowly has one seat, and the others go on reading")
  void oneEach() throws Exception {
    try (Socket first = idler(member(1))) {
      untilTaken(1);
      snapshot(member(1))
          .then()
          .statusCode(503)
          .header("Retry-After", "5")
          .body(equalTo("the client reads a snapshot already"));
      try (Socket second = idler(member(2))) {
        untilTaken(2);
        snapshot(member(3)).then().statusCode(200);
        String person = Tokens.of("another", "platform").claim("azp", "member-1").sign();
        snapshot(person).then().statusCode(200);
        snapshot(Tokens.service("gateway")).then().statusCode(200);
        assertTrue(first.isConnected() && second.isConnected());
      }
    }
    untilTaken(0);
  }

  @Test
  @DisplayName("JRN-14: beyond the seats of all, members are told to come back; services read on")
  void all() {
    List<SnapshotSeats.Seat> taken = new ArrayList<>();
    try {
      for (int i = 0; i < SnapshotSeats.OF_OTHERS; i++) {
        String name = "reader " + i;
        taken.add(resource.seats.of(() -> name));
      }
      snapshot(member(1))
          .then()
          .statusCode(503)
          .header("Retry-After", "5")
          .body(equalTo("all seats are taken"));
      snapshot(Tokens.service("gateway")).then().statusCode(200);
      for (int i = 0; i < SnapshotSeats.OF_SERVICES; i++) {
        taken.add(resource.seats.ofService());
      }
      snapshot(Tokens.service("gateway")).then().statusCode(503).header("Retry-After", "5");
    } finally {
      taken.forEach(SnapshotSeats.Seat::close);
    }
    snapshot(member(1)).then().statusCode(200);
    snapshot(Tokens.service("gateway")).then().statusCode(200);
  }

  @Test
  @DisplayName("JRN-14: the seat of a reader that hung up is free long before it would be cut off")
  void hungUp() throws Exception {
    for (int i = 0; i < 5; i++) {
      Socket reader = idler(member(1));
      untilTaken(1);
      reader.close();
      untilTaken(0);
    }
  }

  @Test
  @DisplayName("JRN-27: a reader that moves is given as much time as it takes")
  void moves() throws Exception {
    long entries = number(DATABASE, "select count(*) from journal_entry where audience = 'PUBLIC'");
    Duration patience = resource.deadline;
    int enough = resource.enough;
    resource.deadline = Duration.ofSeconds(2);
    resource.enough = 20;
    long begun = System.nanoTime();
    try (Socket reader = idler(member(1))) {
      byte[] some = new byte[1 << 18];
      String end = "";
      long taken = 0;
      while (!end.contains("\"end\":true")) {
        int read = reader.getInputStream().read(some);
        assertTrue(read > 0, "cut off after " + taken + " bytes");
        taken += read;
        end += new String(some, Math.max(0, read - 200), Math.min(200, read), UTF_8);
        end = end.substring(Math.max(0, end.length() - 200));
        long due = begun + taken * 200; // nanoseconds: 5 MB a second
        Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
      }
    } finally {
      resource.deadline = patience;
      resource.enough = enough;
    }
    assertTrue(entries > 300);
    assertTrue(System.nanoTime() - begun > 3 * 1_000_000_000L, "it took longer than the time");
  }

  @Test
  @DisplayName("JRN-14: a reader that takes nothing is cut off and leaves its seat")
  void slow() throws Exception {
    Duration patience = resource.deadline;
    resource.deadline = Duration.ofSeconds(3);
    try (Socket idler = idler(member(1))) {
      untilTaken(1);
      untilTaken(0);
      assertTrue(idler.isConnected());
    } finally {
      resource.deadline = patience;
    }
    snapshot(member(1)).then().statusCode(200);
  }
}
