package vn.digitaltrust.registry.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Metrics;
import vn.digitaltrust.registry.testing.Registry;

@QuarkusTest
class SubjectGaugesTest extends Registry {
  @Inject SubjectGauges gauges;

  private double shown(SubjectStatus status) {
    gauges.count();
    return Metrics.value("registry_subjects", "kind=\"KOL\"", "status=\"" + status + "\"");
  }

  @Test
  @DisplayName("subjects are counted by kind and status")
  void moves() {
    var submitted = shown(SubjectStatus.SUBMITTED);
    var registered = shown(SubjectStatus.REGISTERED);
    submitted("Đếm Một");
    registered("Đếm Hai");
    assertEquals(submitted + 1, shown(SubjectStatus.SUBMITTED));
    assertEquals(registered + 1, shown(SubjectStatus.REGISTERED));
  }

  @Test
  @DisplayName("changes, entries and the position of the journal are counted as they are made")
  void journal() {
    var changes = "registry_subject_changes_total";
    registered("Đếm Ba");
    var before = Metrics.value(changes, "kind=\"kol\"", "action=\"registered\"");
    var appended = Metrics.value("journal_entries_appended_total", "type=\"kol.registered\"");
    var position = Metrics.value("journal_position");
    registered("Đếm Bốn");
    assertEquals(before + 1, Metrics.value(changes, "kind=\"kol\"", "action=\"registered\""));
    assertEquals(
        appended + 2,
        Metrics.value("journal_entries_appended_total", "type=\"kol.registered\""),
        "one entry for everybody, one for the subject");
    assertTrue(Metrics.value("journal_position") > position);
  }
}
