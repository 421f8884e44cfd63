/**
 * Codes of conduct, by version. A code comes with a migration and is never changed; a new one
 * begins where the one before ends. The texts are this project's own and say so.
 *
 * <ul>
 *   <li>ALL-1 The code in force on a day is the one whose validity covers it, by the calendar of
 *       Asia/Ho_Chi_Minh; the database lets no two cover the same day.
 *   <li>ALL-2 The text of a version never changes: the runtime role can only read it.
 * </ul>
 */
package vn.digitaltrust.alliance.conduct;
