/**
 * Who may see and do what.
 *
 * <ul>
 *   <li>SAN-90 A party sees its own rows only: the subject its case once it was notified, a
 *       reporter its reports. Other people's rows are not found.
 *   <li>SAN-91 Case officers, decision makers, the appeal panel, auditors and services see cases
 *       and reports; each reading is logged.
 *   <li>SAN-92 What a role is not granted is denied, at every endpoint.
 * </ul>
 */
package vn.digitaltrust.sanctions.access;
