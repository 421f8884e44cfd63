/**
 * The neighbour to the left. Before anything is written about a subject the registry is asked for
 * it; afterwards its journal is followed.
 *
 * <ul>
 *   <li>SAN-70 A report, a case or a state decision names a subject that the registry knows and has
 *       not erased; while the registry does not answer, nothing is accepted.
 *   <li>SAN-71 Everything keeps the subject id it was given. Merges are resolved at each read, so
 *       an unmerge needs no repair.
 *   <li>SAN-72 When the registry erases a subject, the private texts about it are erased here, in
 *       tables and journal; decisions stay as kind, ground and interval under the bare id.
 *   <li>SAN-73 Each entry of the registry's journal has its effect exactly once, also across
 *       restarts and replicas.
 * </ul>
 */
package vn.digitaltrust.sanctions.registry;
