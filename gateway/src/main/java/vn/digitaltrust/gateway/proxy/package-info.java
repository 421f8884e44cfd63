/**
 * Passes requests on to the three services, unrewritten: what a client may say to a service it says
 * to the gateway under the same path.
 *
 * <p>One exchange: path judged (DOOR-6) → token verified → size judged → connection taken → body
 * up, answer down, both streamed with back-pressure → ended, timed out, or torn down.
 *
 * <ul>
 *   <li>PROXY-1 Only what carries a valid token is passed on; what a token may do, the service
 *       decides. The services' API documents alone are public.
 *   <li>PROXY-2 Bodies are never held: each direction holds a few chunks at most, and a slow end
 *       slows the other.
 *   <li>PROXY-3 Headers that belong to one connection end here, in both directions, as do those
 *       that {@code Connection} names.
 *   <li>PROXY-4 Whence a request came is said by the gateway alone: {@code Forwarded}, {@code
 *       X-Forwarded-*}, {@code X-Real-IP}, {@code X-Request-Id} and their like from outside are
 *       dropped and set anew. A {@code Location} of a service's own origin becomes a path, so that
 *       it holds outside too.
 *   <li>PROXY-5 No exchange hangs: silence longer than {@code proxy.timeout} is answered with 504,
 *       or ends the connection when the answer has begun; a service that cannot be reached is
 *       answered with 502. Whatever moves in either direction counts as life.
 *   <li>PROXY-6 A body is limited to {@code proxy.max-body}, a stream of lines ({@code
 *       application/x-ndjson}) to {@code proxy.max-stream}, announced or not; more is 413.
 *   <li>PROXY-7 Connections are not turned into something else: upgrades are not passed on.
 * </ul>
 */
package vn.digitaltrust.gateway.proxy;
