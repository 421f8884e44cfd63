/**
 * Reads which account a caller means, from a handle, the platform's own id, or the address of its
 * page, into the one form under which the registry keeps it. Pure: an address is read, never
 * fetched.
 *
 * <ul>
 *   <li>ACC-1 All spellings of a handle have one key; an id is taken as it is.
 *   <li>ACC-2 Of an address only {@code https} on the platforms' own hosts is read: no user name,
 *       no port, no look-alike host, no short link that only the platform could resolve, no
 *       fragment, no query but Facebook's {@code id}.
 *   <li>ACC-3 Faults are found in one order, so that the same address is refused for the same
 *       reason here and in the registry. Both are tested against the same vectors and share no
 *       code.
 * </ul>
 */
package vn.digitaltrust.gateway.account;
