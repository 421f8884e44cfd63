/**
 * Trust checks from memory: may this account, or this KOL, be engaged for this, here, then?
 *
 * <p>Life of the index: three snapshots loaded → journals followed → (a journal diverges → that one
 * is loaded again, aside). Before all three are loaded it is not ready and answers 503.
 *
 * <p>What an answer says follows from GW-1 to GW-7 and GW-9 to GW-13, the rules of {@code
 * vn.digitaltrust.verdict}; the bound of GW-5 is {@code trust.stale-after}. How the index is kept
 * and asked is stated here:
 *
 * <ul>
 *   <li>GW-8 A check names its subject in exactly one form and asks for now (a clock up to 5 s
 *       behind counts as now) up to one year ahead. An account is asked about on its own platform.
 *   <li>GW-14 What is unknown or malformed in a journal is read as what restricts most, and logged.
 *       An aggregate of an unknown kind restricts when sanctions tells it; registry and alliance
 *       restrict nobody, so theirs is logged and changes nothing.
 *   <li>GW-15 Each journal has one writer; a value's keys never change; a reload is swapped in
 *       whole.
 *   <li>GW-16 In a batch each check has its own status; one that is no good fails alone. A batch of
 *       lines is answered line by line while it comes in. At most 10,000 checks and 4 MiB; reading
 *       ends where it becomes too much, and after {@code trust.batch-time} with 408, which lines
 *       that are being answered learn from the last. So many batches in JSON are answered at once
 *       as memory bears, and so many of one client (ACCESS-4); beyond that, 503 says when to come
 *       back. LIMIT-4 says what a batch takes off a client's plan.
 *   <li>GW-17 The index is made of public entries only; the gateway is granted no others (JRN-17).
 *       An aggregate that is no longer told (JRN-20) restricts and gives nothing.
 *   <li>GW-18 An answer has an id and an age of its own, so that callers can tell it from others in
 *       their records; it is kept by no cache and by nobody here. Who keeps one and asks again with
 *       its {@code ETag}, which stands for what it says (128 bits of SHA-256) and not for which
 *       check, when and how fresh it was, is told by 304 that nothing has changed. That is a check
 *       of its own, too: its id, its time and how far each journal was known are in {@code
 *       Trust-Check-Id}, {@code Trust-At} and {@code Trust-As-Of}. Results of batches have no tags.
 *   <li>GW-19 Of the single checks that an event loop finds waiting together {@code
 *       trust.checks-at-once} are answered, of one client {@code trust.checks-per-client}; the
 *       others are turned away (GATE-20), so that those which are answered have not queued for
 *       long. Batches of lines have {@code trust.lines-at-once} places, of which one client may
 *       have {@code trust.lines-per-client}; batches in JSON have their own (GW-16).
 *   <li>GW-21 Lines are numbered as in the body, from 1; blank ones are counted and have no result.
 *       Imports count alike (IMP-6).
 *   <li>GW-22 A check of an account says whether the account is proven to be the subject's and
 *       since when (CLM-5), or only said to be. The verdict does not depend on it.
 * </ul>
 */
package vn.digitaltrust.gateway.trust;
