package vn.digitaltrust.gateway.trust;

import vn.digitaltrust.journal.Entry;
import vn.digitaltrust.verdict.Rights;

/** Memberships and certificates, as the alliance's journal tells them. */
final class AllianceContent implements Content {
  private final Rights rights = new Rights();

  @Override
  public void put(Entry entry) {
    Reading reading = new Reading(entry);
    if ("membership".equals(entry.aggregate())) {
      rights.put(reading.membership());
    } else if ("certificate".equals(entry.aggregate())) {
      rights.put(entry.aggregateId(), reading.certificate());
    } else {
      reading.passedOver("neither restricts nor allows anything");
    }
  }

  /** The memberships and certificates that are known so far. */
  Rights rights() {
    return rights;
  }
}
