/**
 * How a service answers its neighbour to the left whether the erasure of a person has to wait.
 *
 * <ul>
 *   <li>DOOR-21 A holder answers every request for an erasure that it was told of: from a row of
 *       its own, again and again until the registry has taken the answer, also after a crash. No
 *       remote call is made inside a transaction. Who begins something that holds an erasure places
 *       the hold before its own transaction, and is refused if the last answer was CLEAR.
 *   <li>DOOR-33 CLEAR counts as said from before it is sent; HELD only once the registry has taken
 *       it. What was cleared stays so until the journal tells that the request is over: until then
 *       nothing begins, though the registry waits for no answer any more.
 *   <li>DOOR-34 A hold that goes on for the same reason is renewed when fewer than 15 days of it
 *       are left; one that ends earlier than was said is told at once.
 *   <li>DOOR-35 A request is about the id that the journal names. To decide, the person is locked
 *       first and the request after, as the follower does, so nobody waits in a circle.
 * </ul>
 *
 * <p>The table {@code erasure_request} is made by each holder's own migration.
 */
package vn.digitaltrust.door.holder;
