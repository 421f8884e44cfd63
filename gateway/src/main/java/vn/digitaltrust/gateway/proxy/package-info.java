/**
 * Passes requests on to the three services, unrewritten: what a client may say to a service it says
 * to the gateway under the same path.
 *
 * <p>One exchange: path judged (GATE-6) → token verified → size judged → connection taken → body
 * up, answer down, both streamed with back-pressure → ended, timed out, or torn down.
 *
 * <ul>
 *   <li>PROXY-1 Only what carries a valid token is passed on; what a token may do, the service
 *       decides. Nothing but {@code /v1} is passed on, and the services' API documents, which alone
 *       are public, to be read without a body.
 *   <li>PROXY-2 Bodies are never held: each direction holds a few chunks at most, and a slow end
 *       slows the other.
 *   <li>PROXY-3 Headers that belong to one connection end here, in both directions, as do those
 *       that {@code Connection} names.
 *   <li>PROXY-4 Whence a request came is said by the gateway alone: {@code Forwarded}, {@code
 *       X-Forwarded-*}, {@code X-Real-IP}, {@code X-Request-Id}, {@code traceparent} and their like
 *       from outside are dropped and set anew. A {@code Location} of a service's own origin becomes
 *       a path, so that it holds outside too.
 *   <li>PROXY-5 No exchange hangs: silence longer than {@code proxy.timeout} is answered with 504,
 *       or ends the connection when the answer has begun; a service that cannot be reached is
 *       answered with 502. Whatever moves in either direction counts as life, but a body must be in
 *       within {@code proxy.body-timeout}, else 408, as when it is the caller who is silent, and an
 *       exchange over within {@code proxy.longest}. When an answer ends before its request, or the
 *       caller is gone, the way to the service is torn down.
 *   <li>PROXY-6 A body is limited to {@code proxy.max-body}, a stream of lines ({@code
 *       application/x-ndjson}) to {@code proxy.max-stream}, announced or not; more is 413.
 *   <li>PROXY-7 Connections are not turned into something else: upgrades are not passed on.
 *   <li>PROXY-8 At most {@code proxy.connections} requests are under way to a service at once, and
 *       at most {@code proxy.connections-per-client} of them belong to one client. Long-polls of
 *       journals are counted apart ({@code proxy.polls}, {@code proxy.polls-per-client}), because
 *       they take long on purpose; a read of a journal is a long-poll if its decoded query has the
 *       parameter {@code wait}. Readers of the public documents count together as one client. No
 *       request waits for a place: beyond a limit it is turned away (GATE-20).
 *   <li>PROXY-9 After {@code proxy.circuit-failures} exchanges in a row for which a service could
 *       not be reached or did not answer, callers are answered with 503 at once, and every {@code
 *       proxy.circuit-pause} one may try, until one succeeds.
 * </ul>
 */
package vn.digitaltrust.gateway.proxy;
