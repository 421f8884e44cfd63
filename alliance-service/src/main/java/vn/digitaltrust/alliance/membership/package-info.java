/**
 * Membership of the alliance.
 *
 * <p>Life cycle: applied for, then admitted, refused or withdrawn; an admitted member leaves or is
 * excluded. A membership is paused, ended and given back by measures alone, and how it stands at an
 * instant is computed from intervals.
 *
 * <ul>
 *   <li>ALL-10 Only an application is admitted, refused or withdrawn; only a member leaves. Nothing
 *       follows a refusal, a withdrawal or leaving.
 *   <li>ALL-11 A subject has at most one open application or membership, and is never a member
 *       twice at once; the database guards both.
 *   <li>ALL-12 The code of conduct that was accepted is the one in force, at the application and
 *       still at the admission.
 *   <li>ALL-13 Admitted are registered KOLs, and organisations that are verified or registered.
 *   <li>ALL-14 Nobody is admitted while an exclusion from membership is in force about them; the
 *       refusal names the measure and its ground.
 *   <li>ALL-15 Nobody decides on an application of their own or of their own organisation, or on
 *       one that they entered.
 *   <li>ALL-16 Applications, and refused or withdrawn ones, are between the applicant and the
 *       alliance: nobody else sees that they exist, no service either. Memberships are public from
 *       admission on.
 *   <li>ALL-17 One applies and leaves for oneself; an admin of the alliance for anyone. To apply
 *       for oneself is to accept the code of conduct; an admin states the proof of the subject's
 *       own acceptance: a document, its hash and the day, on which the code was in force.
 *   <li>ALL-140 A representative whose record at the registry allows it applies for another, with
 *       the same proof, and sees the application in the answer. The registry is asked at that
 *       moment and before the transaction. A record that is over, has not begun or has another
 *       purpose is refused in words. A representative does not leave for another.
 *   <li>ALL-18 Measures pause and end a membership by ALL-20 to ALL-25. A membership that is given
 *       back runs to the beginning of a later one, if the subject was admitted again meanwhile, and
 *       takes the place of an application that still waits.
 *   <li>ALL-19 Deregistration ends a membership and withdraws an application; erasure does so and
 *       removes the texts.
 *   <li>ALL-80 An admission takes two admins: one asks for it, another one approves, or refuses the
 *       applicant (DOOR-19). Without such a request an applicant is still refused by one admin who
 *       did not enter the application.
 *   <li>ALL-92 A request for an admission ends with its application, however that ends.
 *   <li>ALL-81 An application that waits and a membership that has not ended hold the erasure of
 *       their subject.
 *   <li>ALL-100 Memberships are listed by subject, by how they stand now, and by when they were
 *       applied for, which says how long an application has waited. When somebody applied is asked
 *       for only by those who are told it.
 * </ul>
 */
package vn.digitaltrust.alliance.membership;
