/**
 * The rules of a trust check: from what is known about a subject to a verdict. Pure Java, so that a
 * platform that checks at home uses the same rules as the gateway.
 *
 * <p>Whoever follows the journals puts what they tell into {@link
 * vn.digitaltrust.verdict.Subjects}, {@link vn.digitaltrust.verdict.Limits} and {@link
 * vn.digitaltrust.verdict.Rights}. A check finds the subject, everybody whose limits count, and
 * their limits, and asks {@link vn.digitaltrust.verdict.Verdicts}.
 *
 * <ul>
 *   <li>GW-1 {@code RESTRICTED}: an engagement limit in force at the time covers what was asked,
 *       and neither an exception nor a condition of it decides.
 *   <li>GW-2 {@code CONDITIONAL}: what covers it are only limits of which an exception or a
 *       condition decides.
 *   <li>GW-3 {@code CLEAR}: a registered subject that nothing covers. Reminders, warnings, and
 *       measures about certificates and memberships restrict nothing.
 *   <li>GW-4 {@code UNKNOWN}: no such account at that time, or a subject neither registered nor
 *       restricted. Silence is never a clean bill.
 *   <li>GW-5 {@code STALE}: in the place of {@code CLEAR} and {@code UNKNOWN} when any journal was
 *       heard from longer ago than a bound.
 *   <li>GW-6 A known restriction stays one, however old the index is.
 *   <li>GW-7 A measure is in force from its start until its end or its lifting, whichever is
 *       earlier, but not during a stay, and never if it was annulled. All spans are half-open.
 *   <li>GW-9 A limit covers what was asked when they meet in every dimension; a dimension that was
 *       not asked meets every scope, and an empty one is everything.
 *   <li>GW-10 An exception makes the answer {@code CONDITIONAL} only if it holds at the time and
 *       covers the whole overlap of the limit and the question. So where a dimension was not asked,
 *       an exception narrower than the limit decides nothing: part of what was asked stays
 *       restricted.
 *   <li>GW-11 Merges are resolved when read, so that undoing one undoes it here: the answer is
 *       about the subject at the end of the chain, and everything about those merged into it
 *       counts, however many they are. A reader during a merge, its undoing or a new name of an
 *       account sees it as told or as not yet told.
 *   <li>GW-12 A membership is {@code SUSPENDED} while a measure pauses it, {@code MEMBER} from
 *       admission to departure otherwise, else {@code NONE}.
 *   <li>GW-13 The trust mark is that of the certificate begun last: {@code WITHDRAWN}, {@code
 *       EXPIRED}, {@code SUSPENDED} or {@code VALID}, in this order; {@code NONE} without one.
 *   <li>GW-20 What is known of each journal has one writer; a value's keys never change.
 * </ul>
 */
package vn.digitaltrust.verdict;
