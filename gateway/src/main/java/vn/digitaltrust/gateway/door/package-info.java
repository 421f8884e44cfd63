/**
 * What every request meets first and every error leaves through.
 *
 * <ul>
 *   <li>DOOR-1 Every error is {@code application/problem+json} (RFC 9457) with a stable {@code
 *       type}, worded in Vietnamese or English by {@code Accept-Language}, and never shows a stack
 *       trace or a message of the machinery. It is the same whether a resource, a route or the
 *       proxy refuses.
 *   <li>DOOR-4 Requests are read strictly: unknown or doubled properties, wrong types and control
 *       characters are refused.
 *   <li>DOOR-5 The gateway makes the id of every request itself, a UUIDv7; what comes from outside
 *       is dropped. The id goes on to the services, back to the caller, and into every log line.
 *   <li>DOOR-6 A path that two readers could read differently is refused before anybody reads it:
 *       empty or dot segments, backslashes, parameters of segments, encoded characters that have a
 *       meaning in paths or need no encoding.
 *   <li>DOOR-7 A body that is announced or grows larger than its limit is refused with 413.
 * </ul>
 *
 * <p>The numbers are those of the services' own door packages; the services share no bytecode with
 * the gateway except the journal.
 */
package vn.digitaltrust.gateway.door;
