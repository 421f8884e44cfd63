/**
 * How the service runs: refusal of unsafe settings and the form of stored JSON.
 *
 * <ul>
 *   <li>SAN-95 In production the service starts only with its own secrets, the runtime role, keys
 *       from the issuer, and the registry followed.
 * </ul>
 */
package vn.digitaltrust.sanctions.running;
