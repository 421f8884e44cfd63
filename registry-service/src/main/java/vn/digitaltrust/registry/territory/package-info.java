/**
 * The lists of provinces, which are data: loaded by a migration from the files in {@code
 * reference}, never changed at run time.
 *
 * <ul>
 *   <li>TER-1 A province is written with its list's version, {@code 2025:79}, because seven codes
 *       changed their meaning on 1 July 2025.
 *   <li>TER-2 A code of the list before is refused with the name of the province it belongs to now.
 * </ul>
 */
package vn.digitaltrust.registry.territory;
