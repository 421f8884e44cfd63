/**
 * One walk over every operation of the API document, against the running suite. What is tried is
 * read off the document: nothing here names an operation, but for the {@code Table} of who may do
 * what, which people decide.
 *
 * <p>First the {@code Cast} lives: every member among the sample identities gets rows of its own,
 * through the public API. Then the {@code Rehearsal} does every change once. Then each {@code Rule}
 * is tried on each operation that it concerns; the {@code Witness} sends every call and holds every
 * answer to what holds of all. {@code BreachTest} breaks each convention on a stub and sees the
 * rule for it fail.
 *
 * <p>What the walk asks of a new operation, so that it finds its way:
 *
 * <ul>
 *   <li>a line in the table of who may do what, {@code roles.md}: what fails prints it;
 *   <li>{@code x-roles}, and for each role a sample identity;
 *   <li>an example for the body, for required parameters and for lookups: days in it are those of
 *       {@code info.x-examples-written-on}, and move along with the calendar. It must be accepted
 *       as it stands, so there must be a row in a state for it: made by {@code Scenes}, or by the
 *       example of another operation;
 *   <li>names that lead to rows: {@code /cases/{id}} is found by the journal's aggregate {@code
 *       case}, by a list at {@code /cases}, or by asking there for the ids that are known; {@code
 *       subject} and {@code reports} in a body by the aggregates of these names;
 *   <li>every status that it answers, with a schema, and the headers that it promises.
 * </ul>
 */
package vn.digitaltrust.deploy.conformance;
