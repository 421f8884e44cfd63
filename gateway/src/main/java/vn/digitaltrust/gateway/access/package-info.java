/**
 * Who may do what at the gateway.
 *
 * <ul>
 *   <li>ACCESS-1 A token is valid when the realm signed it (RS256), it is in time, and it is made
 *       for {@code digital-trust-api}. What is passed on needs a valid token and nothing more; the
 *       services check every token again and know what it may do.
 *   <li>ACCESS-2 A trust check needs a role of {@link vn.digitaltrust.vocabulary.Roles}, any but
 *       {@code trust-replica}: every member, every officer and the suite's own services may check.
 *   <li>ACCESS-3 Everything else is closed but health, metrics and the API documents.
 *   <li>ACCESS-4 What can be under way only so often at once (requests and long-polls of a service,
 *       batches of lines, batches in JSON) has a limit for all and a smaller limit for each client.
 *       The gateway does not start if one client could take all the places.
 * </ul>
 */
package vn.digitaltrust.gateway.access;
