/**
 * Personal ID numbers (CCCD), which are only ever compared.
 *
 * <ul>
 *   <li>ID-1 A number is twelve digits. It has no check digit, and nothing is derived from it,
 *       though it tells sex, year and place of birth.
 *   <li>ID-2 It is kept encrypted (AES-256-GCM, bound to its subject) beside a keyed HMAC for
 *       equality; people see its last three digits. It is never logged, shown or put in the
 *       journal.
 *   <li>ID-3 Two subjects with one number are a duplicate candidate. Registrars and auditors list
 *       the candidates; whoever enters the number is not told that it exists. A candidate goes when
 *       the two are merged or when one of the numbers is corrected.
 * </ul>
 *
 * <p>Both keys are made from {@code registry.identity.secret}, which production has to bring.
 */
package vn.digitaltrust.registry.identity;
