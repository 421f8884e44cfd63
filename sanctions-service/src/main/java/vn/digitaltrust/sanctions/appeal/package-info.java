/**
 * The appeal against the decision of a case: {@code LODGED → RULED}, or {@code WITHDRAWN} by the
 * subject.
 *
 * <ul>
 *   <li>SAN-31 A panel of three distinct members who took no part in the case; who takes one later,
 *       by declaring an interest, no longer counts.
 *   <li>SAN-32 A vote carries all that it would change: ANNULLED its cause, VARIED how each measure
 *       changes. Two of three that agree in all of it decide, and one of the three pronounces it,
 *       with reasons and nothing else.
 *   <li>SAN-33 Until the ruling a member may vote anew; the last vote counts and the earlier ones
 *       stay on file.
 *   <li>SAN-34 An appeal never makes a measure heavier in any respect: no wider scope, no later end
 *       or review, and no condition less, since a condition is what permits something. Checked when
 *       the vote is cast, and again when it takes effect.
 *   <li>SAN-35 A member of the panel may stay measures of the case while the appeal is open.
 *   <li>SAN-36 Nothing is done to an appeal that was ruled or withdrawn; stays end with it.
 *   <li>SAN-143 A representative who may appeal may also take the appeal back. Of two guardians
 *       both have to: the first one's wish is kept, and the second one's carries it out.
 *   <li>SAN-37 A member votes at most 10 times in one appeal.
 *   <li>SAN-38 The journal tells how an appeal stands and which step was taken, with the hash of
 *       the step's texts; votes and texts are read through the API.
 *   <li>SAN-163 Appeals are listed by subject, name, status and the time they were lodged, which
 *       says how long they have waited: all for staff, its own for their subject.
 * </ul>
 */
package vn.digitaltrust.sanctions.appeal;
