/**
 * Who may see and do what.
 *
 * <ul>
 *   <li>SAN-90 A party sees its own rows only: the subject its case once it was notified, a
 *       reporter its reports. Other people's rows are not found.
 *   <li>SAN-91 Case officers, decision makers, the appeal panel and auditors see cases and reports;
 *       each reading is logged.
 *   <li>SAN-92 What a role is not granted is denied, at every endpoint.
 *   <li>SAN-93 Nobody acts in a matter of their own: a token that is bound to the subject, under
 *       whichever id, is refused every act of office about it, and sees of it what the subject
 *       sees. To declare an interest is possible as soon as one may know of the case.
 *   <li>SAN-140 A representative reads the case of whom it represents, responds and appeals for it,
 *       if the registry says so at that moment: as long as the record holds and for what it allows.
 *       The registry is asked before the transaction, and its answer serves one request.
 *   <li>SAN-141 Whoever has a record that does not let it act is told why: it is over, has not
 *       begun, is for another case or another purpose. Everybody else does not find the case.
 *   <li>SAN-111 Officers, deciders, the panel and auditors are shown subjects' names beside their
 *       ids, but not in a matter of their own; each name shown is logged. Nobody else is.
 *   <li>SAN-160 Who is shown names may ask a list for one: by the beginnings of its words in their
 *       order, without marks and case, under whichever id. It is a filter of rows and identifies
 *       nobody. Nothing of one's own is found so, as its name is not shown either.
 *   <li>SAN-133 A service reads here what is public of the measures of a subject, and of the
 *       journal what it is granted (JRN-17); nothing else.
 * </ul>
 */
package vn.digitaltrust.sanctions.access;
