/**
 * Measures in time: what was decided about a subject, from when to when, with every version.
 *
 * <p>Life cycle, computed and never stored: {@code SCHEDULED → IN_FORCE ⇄ STAYED → EXPIRED}, ended
 * by decision as {@code LIFTED} or {@code ANNULLED}. A lifted or expired measure may still turn out
 * to have been wrong, and is then annulled; an annulled one is never touched again.
 *
 * <ul>
 *   <li>SAN-40 Only an engagement limit has a scope; a dimension left empty means everything; a
 *       territory is named with its list (VOC-8).
 *   <li>SAN-41 Every measure has a last day or a day of review.
 *   <li>SAN-42 An alliance measure begins with its first day, or with its decision if that day has
 *       begun, and never before it; a measure that would be over is not imposed.
 *   <li>SAN-43 In force at t: not annulled, startsAt ≤ t &lt; the earlier of endsAt and lifting,
 *       and t in no stay.
 *   <li>SAN-44 An exception is a permission for a time, within reach of an engagement limit.
 *   <li>SAN-45 Stays of one measure never overlap, never move its end, and end with the ruling.
 *   <li>SAN-46 EXPIRED, LIFTED and ANNULLED are different ends; each status allows its own verbs.
 *   <li>SAN-47 Every version is kept with the time it was told: what applied then and what was
 *       known then can both be asked.
 *   <li>SAN-48 What a state authority decided is varied, stayed, excepted, lifted and annulled by
 *       that authority alone.
 *   <li>SAN-49 An end by time is told once, and nothing depends on its being told.
 *   <li>SAN-50 An annulled measure is never again listed as a measure of the person, but to staff
 *       who ask what was known before; ended ones are listed to staff, authorities and the subject
 *       only, unless their ground keeps them public (SAN-100). State decisions likewise. What is
 *       not shown does not show in the number or the size of pages either.
 *   <li>SAN-51 The subject's own statement travels with the measure.
 *   <li>SAN-52 Interim measures: only limits and suspensions, with a ground and a reason why they
 *       cannot wait, for at most 10 working days from the first to the last day of all of one case;
 *       they lapse by themselves. A decision replaces them and ends them at once, whatever it says;
 *       so does a withdrawal. They end as LIFTED: to secure an open question was right as long as
 *       the question was open, and ANNULLED would say that one of its five causes was found, which
 *       a dismissal does not. Where one is found, the lifted measure can still be annulled.
 *   <li>SAN-53 Why a measure was urgent, stayed, lifted or annulled is not public; its subject and
 *       those who work with it see it. Who granted a stay or an exception is for the latter only,
 *       as all names of officers are.
 *   <li>SAN-54 One measure holds at most 10 exceptions and 20 stays; its conditions have at most
 *       5,000 characters together, and so have the reasons of its exceptions. The subject changes
 *       its statement at most 20 times.
 *   <li>SAN-55 The journal tells a measure whole, and beside the public entry, as {@code
 *       measureFile}, what is not public: every stay and exception, and the reasons of the step
 *       that was taken.
 *   <li>SAN-100 Publication ends with the measure: at its last instant, or when it is lifted or
 *       annulled. A ground may say for how many days after its last one a measure that time ends
 *       stays public.
 *   <li>SAN-101 Of a measure that is no longer public the journal tells in public that this is so,
 *       once, alike for every end, and nothing else. The measure itself is told to its subject from
 *       then on.
 *   <li>SAN-102 A measure that suspends, withdraws or excludes is told to the alliance as well,
 *       with all spans and ends and without texts, until it is annulled.
 *   <li>SAN-130 Of a measure that is no longer public its id leads nowhere, but for staff, its
 *       subject and its authority; to other authorities it does unless it was annulled.
 *   <li>SAN-131 Who is not shown what has ended is listed what is public when they ask, whatever
 *       time they ask for: what was said once in public does not stay in public.
 *   <li>SAN-164 The staff lists the measures of all subjects. Lists are narrowed by the instant at
 *       which a measure is in force, by kind and ground, and by a province that an engagement limit
 *       reaches: one that names none reaches all, and other kinds reach none.
 *   <li>SAN-121 A measure holds the erasure of its subject until it has ended, by time or by
 *       decision; one that is to come or is stayed does, too.
 * </ul>
 */
package vn.digitaltrust.sanctions.measure;
