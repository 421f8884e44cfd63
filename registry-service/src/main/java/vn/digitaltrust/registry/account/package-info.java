/**
 * Social accounts over time: whose account it was, when.
 *
 * <p>An account is opened at an instant and closed at most once. A new handle closes one interval
 * and opens another, since a freed handle may be taken by somebody else.
 *
 * <ul>
 *   <li>ACC-1 An account is kept under the one form that VOC-10 to VOC-12 give it, whatever form it
 *       was given in.
 *   <li>ACC-2 By handle and by the platform's own id an account belongs to at most one subject at a
 *       time; the database keeps the half-open intervals apart.
 *   <li>ACC-3 What has been is not rewritten: subject, platform and start never change, an end is
 *       set once.
 *   <li>ACC-4 An account begins between 2000 and now, and ends after its beginning and at the
 *       latest now; all of it to the microsecond.
 *   <li>ACC-5 An erased subject's accounts lose handle, id and address, and end.
 *   <li>ACC-6 Whoever changes an account locks its subject first, then the account, as an erasure
 *       does.
 *   <li>ACC-7 A person has at most 500 accounts, closed ones and those of merged subjects included.
 *   <li>ACC-20 The accounts of a canonical subject are those of all that were merged into it. Each
 *       is shown with the subject that it was opened for and the canonical one.
 *   <li>ACC-21 Who asks for an account that is taken is told which field names it, and nothing of
 *       who has it.
 * </ul>
 */
package vn.digitaltrust.registry.account;
