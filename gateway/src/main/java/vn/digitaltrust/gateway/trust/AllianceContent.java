package vn.digitaltrust.gateway.trust;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.journal.Entry;

/** Memberships and certificates, as the alliance's journal tells them. */
final class AllianceContent {
  private final Grouped<UUID, Membership> memberships = new Grouped<>();
  private final Grouped<UUID, Certificate> certificates = new Grouped<>();

  void put(Entry entry) {
    List<UUID> key = List.of(entry.subject());
    Reading reading = new Reading(entry);
    if ("membership".equals(entry.aggregate())) {
      memberships.put(entry.aggregateId(), reading.membership(), key);
    } else if ("certificate".equals(entry.aggregate())) {
      certificates.put(entry.aggregateId(), reading.certificate(), key);
    } else {
      reading.passedOver("neither restricts nor allows anything");
    }
  }

  List<Membership> memberships(Collection<UUID> subjects) {
    return subjects.stream().flatMap(subject -> memberships.get(subject).stream()).toList();
  }

  List<Certificate> certificates(Collection<UUID> subjects) {
    return subjects.stream().flatMap(subject -> certificates.get(subject).stream()).toList();
  }

  int membershipCount() {
    return memberships.size();
  }

  int certificateCount() {
    return certificates.size();
  }
}
