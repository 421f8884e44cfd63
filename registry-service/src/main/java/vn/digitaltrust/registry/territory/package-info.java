/**
 * The provinces that requests name. The lists are the vocabulary's; a migration keeps them in the
 * database, where subjects refer to them.
 *
 * <ul>
 *   <li>TER-1 A province is written with its list's version, {@code 2025:79}, because seven codes
 *       changed their meaning on 1 July 2025.
 *   <li>TER-2 A code of the list before is refused with the name of the province it belongs to now.
 * </ul>
 */
package vn.digitaltrust.registry.territory;
