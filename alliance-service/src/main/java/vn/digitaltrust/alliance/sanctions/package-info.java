/**
 * Sanctions as the alliance sees it: measures decided or recorded there, kept as far as they touch
 * a certificate or a membership, and asked for once more at admission.
 *
 * <ul>
 *   <li>ALL-20 A measure is in force at an instant if it was not annulled, the instant lies between
 *       its beginning and the earlier of its term and its lifting, and in no stay.
 *   <li>ALL-21 A suspension pauses the right in each of its net spans; when none holds, the right
 *       is as before.
 *   <li>ALL-22 A withdrawal or exclusion ends the right at the beginning of its last net span. Net
 *       spans before a stay are pauses; a measure that a stay outlasted ended nothing. A right that
 *       began after the measure's term is not touched.
 *   <li>ALL-23 An annulled measure never was: what it paused or ended is given back for every
 *       instant. Lifting and term give back what was paused, not what was ended.
 *   <li>ALL-24 A measure follows the person: it holds for every id that is one with its subject, as
 *       long as they are one.
 *   <li>ALL-25 Each entry of the journal of sanctions has its effect exactly once: measure, changed
 *       rights, their entries and the follower's place are one transaction. A snapshot may be
 *       loaded again at any time; what it does not name no longer holds.
 *   <li>ALL-26 An unknown kind of measure pauses both rights, an unknown end of a measure does not
 *       end it. Of an entry that cannot be read whole the strictest is assumed: the measure holds
 *       from when it was recorded, without a term, without the stay or the end that is unreadable.
 *       All of it is logged. An answer that cannot be read whole admits nobody.
 *   <li>ALL-60 Sanctions tells a measure that touches a right in public while it is public, and
 *       inside as long as it has an effect. That it is no longer public changes no right; that it
 *       is no longer told inside means that it has no effect, as if it had never been.
 *   <li>ALL-90 In public a pause is told while it is to come or runs, and not by which measure.
 *       What is over, and the measures, are for the subject, the alliance and auditors (of
 *       certificates assessors too).
 *   <li>ALL-91 When a pause that was told has ended, the right is told anew at that boundary, also
 *       if it stands as before because another pause goes on.
 *   <li>ALL-27 A right has at most 200 pauses, so that it can be told in one entry. Of more, those
 *       that overlap are joined, and then the oldest; no pause becomes shorter by it.
 * </ul>
 */
package vn.digitaltrust.alliance.sanctions;
