/**
 * The case against a subject.
 *
 * <pre>
 * OPENED → NOTIFIED → RESPONDED → PROPOSED → DECIDED → APPEALED → RULED → CLOSED
 *             │                   ↑  │ │        └──────────(term over)────↑
 *             └──(window over)────┘  │ └→ DISMISSED
 *                                 RETURNED ⇄ (notice or proposal anew)
 * before a proposal: → WITHDRAWN
 * </pre>
 *
 * <ul>
 *   <li>SAN-5 A case is opened from reports, or of own initiative: then its opener is its reporter.
 *   <li>SAN-10 Each status allows its own actions; every other pair is refused.
 *   <li>SAN-11 Nothing is proposed before a notice with allegations and evidence, which leaves at
 *       least 5 working days and at most 90 days to respond. A further notice opens the window
 *       again, and never shortens it.
 *   <li>SAN-12 Only a response that the subject declares final closes the window early. No response
 *       is taken after it closed.
 *   <li>SAN-142 Of two guardians each may respond. A final response of one closes the window only
 *       when the other's last response to the last notice is final, too. As long as the other has
 *       said nothing, the first one waits; if the other's is not final, they disagree, and the
 *       window stays open until its term.
 *   <li>SAN-13 A proposal is made only after the window closed.
 *   <li>SAN-14 A measure rests on a ground that was alleged, and an allegation on a ground in force
 *       on the day of the act, which does not lie ahead.
 *   <li>SAN-15 A case may be withdrawn while no proposal waits and none was approved; its interim
 *       measures fall.
 *   <li>SAN-16 A file is closed after the term of appeal, or after the ruling.
 *   <li>SAN-17 A case is never public: complete to staff and auditors, its own part to the subject
 *       once it was notified.
 *   <li>SAN-18 One case holds at most 10 notices of 1,500,000 characters together, 20 responses, 10
 *       proposals, 20 interim measures and 100 declared interests. The last response is kept for a
 *       final one that closes the window, which is always taken. A case with no room left can be
 *       decided or withdrawn. A page of cases ends early when their texts have 2,000,000 characters
 *       together.
 *   <li>SAN-19 The journal tells how a case stands and which step was taken, with the hash of the
 *       step's texts; the texts themselves are read through the API.
 *   <li>SAN-20 Nobody decides in a case in which they reported, proposed, or declared an interest,
 *       or for which they answered.
 *   <li>SAN-21 Who proposed does not decide: four eyes are two ids.
 *   <li>SAN-22 Who declared an interest takes no further part; a proposal of theirs that waits
 *       falls.
 *   <li>SAN-120 A case holds the erasure of its subject while it is open, while an appeal runs and
 *       while one could be lodged.
 *   <li>SAN-122 Nobody decides in a case, acts on its measures or sits on its panel that was
 *       reported for the organisation that their token is bound to, whoever of it sent the report,
 *       and for whichever others the same person reported too.
 *   <li>SAN-161 Cases are listed by subject, name, status and by when a term ends: the window while
 *       NOTIFIED, the term of appeal while DECIDED.
 *   <li>SAN-30 The subject appeals once, within 15 working days.
 * </ul>
 *
 * <p>The terms are this project's own, modelled on administrative procedure.
 */
package vn.digitaltrust.sanctions.casefile;
