package vn.digitaltrust.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.digitaltrust.journal.NotGranted;
import vn.digitaltrust.journal.SnapshotsBusy;

class JournalRefusalsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          true  | Too many snapshots are being read; this client reads one already.
          false | Too many snapshots are being read.
          """)
  @DisplayName("JRN-14, DOOR-1 a snapshot without a seat is refused in words, with when to come")
  void busy(boolean clientReads, String begin) {
    SnapshotsBusy busy = new SnapshotsBusy(clientReads);
    HttpProblem answer =
        new Wording(new CurrentVertxRequest())
            .apply(new JournalRefusals.Busy().toProblem(busy), ProblemContext.of(busy, ""));
    assertEquals(503, answer.getStatusCode());
    assertEquals("urn:digital-trust:problem:unavailable", answer.getType().toString());
    assertEquals("5", answer.getHeaders().get("Retry-After"));
    assertEquals(begin, answer.getDetail().split("(?<=\\.) ")[0]);
  }

  @Test
  @DisplayName("JRN-30, DOOR-1 a service that is granted nothing is told so in words")
  void notGranted() {
    NotGranted refused = new NotGranted("somebody-else", "registry");
    HttpProblem answer =
        new Wording(new CurrentVertxRequest())
            .apply(
                new JournalRefusals.Ungranted().toProblem(refused), ProblemContext.of(refused, ""));
    assertEquals(403, answer.getStatusCode());
    assertEquals("urn:digital-trust:problem:forbidden", answer.getType().toString());
    assertEquals(
        "The client \"somebody-else\" is granted nothing of this journal",
        answer.getDetail().split("\\.")[0]);
  }
}
