/**
 * How a service answers its neighbour to the left whether the erasure of a person has to wait.
 *
 * <ul>
 *   <li>DOOR-21 A holder answers every request for an erasure that it was told of: from a row of
 *       its own, again and again until the registry has taken the answer, also after a crash. No
 *       remote call is made inside a transaction. Who begins something that holds an erasure places
 *       the hold before its own transaction, and is refused if the last answer was CLEAR.
 * </ul>
 *
 * <p>The table {@code erasure_request} is made by each holder's own migration.
 */
package vn.digitaltrust.door.holder;
