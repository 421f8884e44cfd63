/**
 * Claims of accounts: how a subject proves that an account is its own.
 *
 * <pre>
 * CLAIMED → PROVEN | CONTESTED | REFUSED
 * CONTESTED → PROVEN | REFUSED
 * </pre>
 *
 * <p>The subject asks for a code and shows it on the account. A client of the account's platform
 * sees it there and attests it.
 *
 * <ul>
 *   <li>CLM-1 A claim is made with the token of the subject itself or of the guardian entered for
 *       it; nobody claims for another.
 *   <li>CLM-2 A code ends 14 days after the claim (ours: {@code registry.claims.code-lasts}). Of
 *       one account a subject has one open claim; a claim whose code has ended makes room for the
 *       next and is refused with it.
 *   <li>CLM-3 Only a client of an organisation that runs the account's platform attests (PLT-1), of
 *       a small platform that of its own host, and never in its own matter (REG-86).
 *   <li>CLM-4 A code counts once, for one claim of one account, and not after its end.
 *   <li>CLM-5 An attested claim of whoever holds the account is PROVEN, and the account says since
 *       when. An attested claim of an account that somebody else holds is CONTESTED.
 *   <li>CLM-6 A registrar decides a contest with reasons. Granted, the holder's interval ends and
 *       that of the claimant begins, proven. Refused, nothing changes for the holder. An open claim
 *       can be refused as well.
 *   <li>CLM-7 A code is told to the claimant alone, while the claim is open. It is kept nowhere;
 *       the database has a keyed mark of it. No entry, log or problem says it. Who holds the
 *       account hears of a claim once it is attested.
 *   <li>CLM-8 A person has at most 100 open claims.
 *   <li>CLM-9 An erasure refuses the person's open claims and deletes the reasons of all of them.
 *   <li>CLM-10 A new handle of a proven account is proven only if the platform's own id, which is
 *       known, says that it is the same account.
 * </ul>
 */
package vn.digitaltrust.registry.claim;
