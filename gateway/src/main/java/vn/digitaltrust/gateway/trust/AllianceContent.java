package vn.digitaltrust.gateway.trust;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.journal.Entry;

/** Memberships and certificates, as the alliance's journal tells them. */
final class AllianceContent implements Content {
  private final Table<UUID, Membership> memberships = new Table<>(Membership::id);
  private final Table<UUID, Membership> ofMember = new Table<>(Membership::subject);
  private final Table<UUID, Certificate> certificates = new Table<>(Certificate::id);
  private final Table<UUID, Certificate> ofHolder = new Table<>(Certificate::subject);

  @Override
  public void put(Entry entry) {
    Reading reading = new Reading(entry);
    if ("membership".equals(entry.aggregate())) {
      put(memberships, ofMember, entry.aggregateId(), reading.membership());
    } else if ("certificate".equals(entry.aggregate())) {
      put(certificates, ofHolder, entry.aggregateId(), reading.certificate());
    } else {
      reading.passedOver("neither restricts nor allows anything");
    }
  }

  private static <V> void put(Table<UUID, V> byId, Table<UUID, V> bySubject, UUID id, V value) {
    V before = byId.any(id);
    bySubject.replace(before, value);
    byId.replace(before, value);
  }

  List<Membership> memberships(Collection<UUID> subjects) {
    return ofMember.all(subjects);
  }

  List<Certificate> certificates(Collection<UUID> subjects) {
    return ofHolder.all(subjects);
  }

  /** Looks these subjects up, together; checks of them are then made faster. */
  void readAhead(List<UUID> subjects) {
    ofMember.any(subjects);
    ofHolder.any(subjects);
  }

  int membershipCount() {
    return memberships.size();
  }

  int certificateCount() {
    return certificates.size();
  }
}
