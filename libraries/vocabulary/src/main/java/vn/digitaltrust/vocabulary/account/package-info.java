/**
 * Reads which account is meant, from a handle, the platform's own id, or the address of its page,
 * into the one form under which it is kept and compared.
 *
 * <ul>
 *   <li>VOC-10 All spellings of a handle have one key; an id is taken as it is. An address is read,
 *       never fetched.
 *   <li>VOC-11 Of an address only {@code https} on the platforms' own hosts is read: no user name,
 *       no port, no look-alike host, no short link that only the platform could resolve, no
 *       fragment, no query but Facebook's {@code id}.
 *   <li>VOC-12 Faults are looked for in one order, that of {@link
 *       vn.digitaltrust.vocabulary.account.AddressFault}; the first one is the answer.
 * </ul>
 *
 * <p>The file {@code account-vectors.csv} of the tests says for each form what is read or why not:
 * to change a rule, change the vectors first.
 */
package vn.digitaltrust.vocabulary.account;
