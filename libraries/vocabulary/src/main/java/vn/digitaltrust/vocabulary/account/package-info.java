/**
 * Reads which account is meant, from a handle, the platform's own id, or the address of its page,
 * into the one form under which it is kept and compared.
 *
 * <ul>
 *   <li>VOC-10 All spellings of a handle have one key; an id is taken as it is. An address is read,
 *       never fetched.
 *   <li>VOC-11 Of an address only {@code https} on the platforms' own hosts is read: no user name,
 *       no port, no look-alike host, no short link that only the platform could resolve. Query and
 *       fragment are read over, since every app that shares an address adds some; only Facebook's
 *       {@code profile.php} says in its query who is meant.
 *   <li>VOC-12 Faults are looked for in one order, that of {@link
 *       vn.digitaltrust.vocabulary.account.AddressFault}; the first one is the answer.
 *   <li>VOC-15 A page of the platform itself is nobody's account, by its address or as a handle.
 *   <li>VOC-16 A telephone number is nobody's account: it names a private person, and is refused in
 *       words of its own.
 *   <li>VOC-17 Reading twice is reading once. Two spellings of one account have one key, two
 *       accounts never do, not even the same name on two platforms.
 *   <li>VOC-18 On platforms without a class of their own an account is a page on a listed host.
 * </ul>
 *
 * <p>The file {@code account-vectors.csv} of the tests says for each form what is read or why not:
 * to change a rule, change the vectors first.
 */
package vn.digitaltrust.vocabulary.account;
