/**
 * How the service runs: refusal of unsafe settings, the form of stored JSON, work in steps.
 *
 * <ul>
 *   <li>SAN-95 In production the service starts only with its own secrets, the runtime role, keys
 *       from an issuer behind https, the registry followed and ends told.
 *   <li>SAN-96 A day or an instant is one of the years 1900 to 9999; anything else is malformed.
 *   <li>SAN-135 What is told in passes is told row by row: one that cannot be told keeps no other
 *       waiting.
 * </ul>
 */
package vn.digitaltrust.sanctions.running;
