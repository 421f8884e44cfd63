/**
 * Reports: what somebody says a subject did. Life cycle: {@code RECEIVED → IN_CASE}.
 *
 * <ul>
 *   <li>SAN-3 A reporter names its own kind of source: an authority itself, a platform or the press
 *       as trusted flagger, a case officer own initiative.
 *   <li>SAN-4 A case is opened from reports about the same subject, and a report is taken into one
 *       case. That a case was opened is not told to its reporters.
 *   <li>SAN-6 The journal tells a report with the number of its pieces of evidence and the hash of
 *       their list; they are read through the API.
 *   <li>SAN-162 Reports are listed by subject, name, status and the time they were received, which
 *       says how long they have waited. A status is the one that the reader is shown, so that it
 *       tells nobody of a case.
 * </ul>
 */
package vn.digitaltrust.sanctions.report;
