package vn.digitaltrust.registry.erasure;

import java.util.UUID;
import vn.digitaltrust.door.TwoPeople;

/** All that the journal tells of a request (REG-80). */
record ErasureState(UUID id, UUID subject, TwoPeople.Status status) {
  static ErasureState of(ErasureRequest asked) {
    return new ErasureState(asked.id(), asked.subject(), asked.people().status());
  }
}
