/**
 * Decisions of state authorities. The suite records them, it does not decide them: {@code RECORDED
 * → LIFTED → ANNULLED}, varied and stayed in between, all by their own authority.
 *
 * <ul>
 *   <li>SAN-60 A state decision is recorded with authority, number, date, provision and document,
 *       on any subject of the registry, RECORDED ones too. It carries an engagement limit, a
 *       warning or a reminder, not before its day of issue.
 *   <li>SAN-61 An authority records and changes its own decisions only, by the claim of its token.
 *   <li>SAN-62 Each later act is a document of its own with number, date and reasons.
 *   <li>SAN-63 A decision is varied, stayed and resumed at most 30 times in all; lifting and
 *       annulling it is always possible.
 *   <li>SAN-64 The journal tells a decision with all its acts, and with the reasons of the newest.
 *   <li>SAN-103 It is public as long as its measure. Then the journal tells that this is over, as
 *       of measures (SAN-101), and the decision itself to its subject.
 *   <li>SAN-132 One that is no longer public is found by its id as its measure is (SAN-130).
 *   <li>SAN-165 Decisions are listed by subject, name, authority, number, status and day of issue.
 *       Each shows what its measure limits and from when to when, so that nobody asks for it row by
 *       row.
 * </ul>
 */
package vn.digitaltrust.sanctions.statedecision;
