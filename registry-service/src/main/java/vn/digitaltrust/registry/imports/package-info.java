/**
 * Many KOLs at once, as NDJSON in and out.
 *
 * <ul>
 *   <li>IMP-1 One line is one KOL; each has its own result, in order, and a bad line never fails
 *       another.
 *   <li>IMP-2 Lines are committed in chunks; a chunk that conflicts is tried again line by line.
 *   <li>IMP-3 Sent again under the same {@code Idempotency-Key}, a line that is done is answered
 *       REPEATED with the same id; another line in its place is refused. Kept for 7 days.
 *   <li>IMP-4 Memory is bounded: a chunk of lines is held, each of at most 64 KiB.
 *   <li>IMP-5 Lines and runs older than 7 days are deleted within minutes, however many there are
 *       and whether or not another import comes.
 *   <li>IMP-6 A result has the number of its line in the body, from 1; blank lines are counted and
 *       have no result. Checks by lines count alike (GW-21).
 *   <li>IMP-8 Of two requests with one key at the same time each line is entered by one and
 *       answered REPEATED to the other.
 *   <li>IMP-7 A body that grows larger than {@code requests.longest-stream} ends with a line that
 *       says so; the lines before it are done. One that says its length is refused with 413.
 * </ul>
 */
package vn.digitaltrust.registry.imports;
