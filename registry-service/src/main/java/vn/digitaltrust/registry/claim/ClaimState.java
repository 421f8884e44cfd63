package vn.digitaltrust.registry.claim;

import java.util.UUID;

/** What the journal tells the parties of a claim (CLM-7): no code and no reason. */
record ClaimState(UUID id, UUID account, UUID subject, ClaimStatus status) {
  static ClaimState of(AccountClaim claim) {
    return new ClaimState(claim.id(), claim.account(), claim.subject(), claim.status());
  }
}
