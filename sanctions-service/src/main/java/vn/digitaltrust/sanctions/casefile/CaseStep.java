package vn.digitaltrust.sanctions.casefile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import vn.digitaltrust.journal.Untold;

/**
 * SAN-19: what the journal tells of one act on a case; the type of the entry says which. Its texts
 * are read through the API.
 *
 * @param by who acted; only for those who work on cases
 * @param last whether a response is final; null for any other act
 * @param sha256 the hash of the list of the act's texts (see {@link Untold}), or null without any
 * @param shared whether the subject may know of the act
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseStep(
    Instant at,
    String by,
    LocalDate respondBy,
    @JsonProperty("final") Boolean last,
    Decision.Outcome outcome,
    String sha256,
    @JsonIgnore boolean shared) {
  static CaseStep of(Notice notice) {
    return new CaseStep(
        notice.notifiedAt,
        notice.notifiedBy,
        notice.respondBy,
        null,
        null,
        hash(notice.allegations, notice.evidence),
        true);
  }

  static CaseStep of(SubjectResponse response) {
    return new CaseStep(
        response.respondedAt,
        response.respondedBy,
        null,
        response.last,
        null,
        hash(response.text, response.statement),
        true);
  }

  /** The subject learns of a proposal by its decision. */
  static CaseStep of(Proposal proposal) {
    return new CaseStep(
        proposal.proposedAt,
        proposal.proposedBy,
        null,
        null,
        null,
        hash(proposal.reasons, proposal.measures),
        false);
  }

  /** That a proposal went back is not for the subject. */
  static CaseStep of(Decision decision) {
    return new CaseStep(
        decision.decidedAt,
        decision.decidedBy,
        null,
        null,
        decision.outcome,
        hash(decision.reasons),
        decision.outcome != Decision.Outcome.RETURNED);
  }

  /** An act that ends the case or changes a measure, with its reasons or null. */
  static CaseStep by(String person, Instant at, String reasons) {
    return new CaseStep(at, person, null, null, null, reasons == null ? null : hash(reasons), true);
  }

  /** The same act, of which the subject does not hear. */
  CaseStep internal() {
    return new CaseStep(at, by, respondBy, last, outcome, sha256, false);
  }

  /** What the subject hears of it, or null. */
  CaseStep forSubject() {
    return shared ? new CaseStep(at, null, respondBy, last, outcome, sha256, true) : null;
  }

  private static String hash(Object... texts) {
    return Untold.sha256(Arrays.asList(texts));
  }
}
