/**
 * The neighbour to the left. Before anything is written about a subject the registry is asked for
 * it; afterwards its journal is followed.
 *
 * <ul>
 *   <li>SAN-70 A report, a case or a state decision names a subject that the registry knows and has
 *       not erased; while the registry does not answer, nothing is accepted.
 *   <li>SAN-71 Everything keeps the subject id it was given. Merges are resolved at each read, so
 *       an unmerge needs no repair.
 *   <li>SAN-72 When the registry erases a subject, the private texts about it and about what was
 *       merged into it are erased here, in tables and journal; decisions stay as kind, ground and
 *       interval under the bare id. What the erased one was merged into is a living person, and
 *       keeps everything; the erased one stands alone. Each feature erases and tells its own rows,
 *       on {@link SubjectErased}, in the transaction that moves the follower.
 *   <li>SAN-73 Each entry of the registry's journal has its effect exactly once, also across
 *       restarts and replicas.
 *   <li>SAN-74 Whoever writes about a subject holds it until the transaction ends. An erasure waits
 *       for all of them, and after it nothing is written about that id any more: what was open
 *       then, a case or a stay, stays as it was.
 *   <li>SAN-75 What remains of the aggregates about an erased one is told with the erasure as far
 *       as one transaction of the journal has room, what others watch first, and the rest in steps.
 *   <li>SAN-76 The registry is asked before the transaction and its answer is looked at inside it:
 *       a repeated request gets its first outcome even while the registry is away.
 *   <li>SAN-110 The names that the registry tells offices are kept in one table. Withholding,
 *       merging or erasing a subject clears its row in the transaction of the entry's effect; who
 *       is merged is called what the other one is called.
 *   <li>SAN-112 A snapshot of any number of subjects is loaded in batches and in flat memory.
 *   <li>SAN-123 The registry asks this service before it erases a person ({@link
 *       vn.digitaltrust.door.holder.Holder}). The answer is HELD as long as a case or a measure
 *       says so, and else CLEAR.
 *   <li>SAN-124 If the registry's answer says that an erasure is asked for, whoever opens a case or
 *       records a decision places the hold first and then begins. If that is said too late, the
 *       request is refused and sent once more.
 *   <li>SAN-134 Before a hold is placed everything is refused that needs no answer of the registry:
 *       in a matter of one's own, a decision of another authority or with a number that is taken,
 *       reports that cannot be taken; and a repeated request gets its outcome. So a refused request
 *       postpones no erasure.
 * </ul>
 */
package vn.digitaltrust.sanctions.registry;
