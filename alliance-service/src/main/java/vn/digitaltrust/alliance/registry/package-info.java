/**
 * The registry as the alliance sees it: asked before anything is written about a subject, and
 * followed for what happens to subjects afterwards.
 *
 * <ul>
 *   <li>ALL-50 Before an application, an admission or a certificate the registry is asked for the
 *       subject. While it does not answer, nothing is written.
 *   <li>ALL-51 Memberships, certificates and measures keep the subject id that they were given.
 *       Merges are resolved at each read, so an unmerge needs no repair; a merged id itself may
 *       neither apply nor be assessed.
 *   <li>ALL-52 When the registry erases a subject, the texts and scores about it are erased here,
 *       in tables and journal, its rights end, and its id stands alone. Each feature ends, erases
 *       and tells its own rows, on {@link SubjectErased}.
 *   <li>ALL-53 When the registry deregisters a subject, its rights end at that moment.
 *   <li>ALL-54 Each entry of the registry's journal has its effect exactly once, in the transaction
 *       that moves the follower; a snapshot may be loaded again at any time. Whom a snapshot closes
 *       gets nothing new from then on; the rights are ended right after it, one subject in each
 *       transaction.
 *   <li>ALL-55 What the journal has told counts for more than what the registry answered before:
 *       who was deregistered, erased, merged or given an unknown status gets nothing new, until the
 *       registry tells of a known living status again. Erasure is for good.
 *   <li>ALL-61 What the journal tells a party alone names all ids that are the same person.
 *   <li>ALL-70 The names that the registry tells offices are kept in one table. Withholding,
 *       merging or erasing a subject clears its row in the transaction of the entry's effect; who
 *       is merged is called what the other one is called.
 *   <li>ALL-71 Admins, assessors and auditors are shown subjects' names beside their ids, but not
 *       in a matter of their own; each name shown is logged. Nobody else is.
 *   <li>ALL-72 A snapshot of any number of subjects or measures is loaded in batches and in flat
 *       memory.
 *   <li>ALL-82 While an erasure is asked for, as the registry answered or its journal told, the
 *       person gets nothing new: no application, no admission, no certificate.
 * </ul>
 */
package vn.digitaltrust.alliance.registry;
