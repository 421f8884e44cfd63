/**
 * Certificates of Influencer Trust.
 *
 * <p>Life cycle: granted for twelve months, in force from its first day, paused by suspensions,
 * ended by time, by a withdrawal or with the holder's registration. Nothing of this needs a job to
 * be true: how a certificate stands at an instant is computed from its intervals.
 *
 * <ul>
 *   <li>ALL-30 A certificate holds for twelve months from a local date of Asia/Ho_Chi_Minh; from 29
 *       February it holds to the end of the next February.
 *   <li>ALL-31 Its number is {@code IT-}, eight digits and a check character (ISO 7064 MOD 37,36),
 *       never used twice.
 *   <li>ALL-32 Five pillars, each 0 to 100 points, are weighted into a total; weights, pass mark
 *       and grade bands are configuration and this project's own.
 *   <li>ALL-33 It is upcoming, valid, suspended, withdrawn or ended at an instant by its intervals
 *       alone; a withdrawal outranks every other ending.
 *   <li>ALL-34 Granted to KOLs and KOCs that are registered, and to nobody else.
 *   <li>ALL-35 Nobody has two certificates for the same instant, under whichever of their ids; the
 *       database guards it. A withdrawn certificate is not replaced before its twelve months are
 *       over, so that an annulment can give it back.
 *   <li>ALL-36 It begins today or within the configured time ahead, never in the past.
 *   <li>ALL-37 Nobody assesses themselves.
 *   <li>ALL-38 A total below the pass mark gets no certificate.
 *   <li>ALL-39 None is granted that would begin while a withdrawal is in force about the person.
 *   <li>ALL-40 Deregistration ends a certificate; erasure does so and removes the scores.
 *   <li>ALL-41 Passed boundaries are told to the journal once, however many replicas watch.
 *   <li>ALL-42 Scores and grade are for the holder, assessors, the alliance and auditors, and for
 *       no service; that a certificate exists and how it stands is public.
 *   <li>ALL-83 A suspended certificate holds the erasure of its holder, at most to its last day.
 *       One that is valid or to come does not: nobody can give it back, and the erasure ends it.
 *   <li>ALL-101 Certificates are listed by subject, by how they stand now and by when they end.
 * </ul>
 */
package vn.digitaltrust.alliance.certificate;
