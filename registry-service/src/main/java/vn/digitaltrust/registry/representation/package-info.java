/**
 * Who speaks for whom: a record, over time, that lets a representative act for another.
 *
 * <pre>
 * entered → confirmed → over (its end came, or somebody ended it)
 * </pre>
 *
 * <ul>
 *   <li>REP-1 A record names the represented, the representative, a kind, the purposes, and a
 *       half-open interval that does not begin in the past. Of the same two, kind and case there is
 *       one record at a time. What was entered is not rewritten: it is confirmed once, and its end
 *       may come earlier.
 *   <li>REP-2 A record counts once it is confirmed: by the represented or by a registrar, that of a
 *       guardian by a registrar alone. Whoever may confirm a record confirms it by entering it.
 *       Nobody is a registrar in a record of their own.
 *   <li>REP-3 A guardian is of full age or an organisation, and answers for a person who is known
 *       to be under 18. An agency is an organisation of that type with a tax code. A manager is a
 *       person of full age. A counsel is of full age or an organisation. Each is somebody else than
 *       the represented, and still there. This is checked at entry and at confirmation.
 *   <li>REP-4 A counsel speaks in one case. Its id is a word that the registry compares and never
 *       looks up. Only a guardian needs no power of attorney; of all others its number and date are
 *       kept.
 *   <li>REP-5 A representative speaks for a purpose at an instant if a confirmed record with that
 *       purpose holds at the instant. That of a counsel holds for its own case only, and that of a
 *       guardian until the represented is 18 years old.
 *   <li>REP-6 The represented, the representative or a registrar ends a record, now or at a later
 *       instant before its end, and never for the past.
 *   <li>REP-7 A record is read by its two parties, by registrars and by auditors; others do not
 *       find it. Each reading is logged, and the journal tells it to the parties alone.
 *   <li>REP-8 A service asks whether one subject speaks for another now, under whichever ids after
 *       merges. If it does not, the answer says why. An erased party's records are over and lose
 *       case, power of attorney and reason.
 *   <li>REP-9 A person has at most two guardians at a time. The answer about one names the other,
 *       who has to agree to what gives something up.
 * </ul>
 */
package vn.digitaltrust.registry.representation;
