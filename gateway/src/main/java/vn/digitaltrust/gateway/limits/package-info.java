/**
 * How much a client may ask for.
 *
 * <ul>
 *   <li>LIMIT-1 Every client has a plan: so many requests and so many trust checks at once, and as
 *       many in every window, given back little by little. More is answered with 429 and {@code
 *       Retry-After}. A machine is one client; of a client that many people share, each is counted
 *       alone.
 *   <li>LIMIT-2 Every answer to a verified token says what the plan is and what is left of it, in
 *       {@code RateLimit-Policy} and {@code RateLimit} as the draft {@code
 *       draft-ietf-httpapi-ratelimit-headers} has them: {@code q} requests in {@code w} seconds,
 *       {@code r} left, all of them again in {@code t} seconds. Where checks are made, a second
 *       item with the unit {@code qu="checks"} says the same of them.
 *   <li>LIMIT-3 The counters are bounded: a client that was idle for a window is forgotten, which
 *       changes nothing for it; beyond {@code limits.most-clients} those seen longest ago go first.
 *       Each gateway counts for itself; {@link vn.digitaltrust.gateway.limits.Limiter} is where
 *       counters shared by several would stand.
 *   <li>LIMIT-4 A single check takes one request and one check, a batch one request and a check for
 *       each of its items, whatever becomes of it. A batch in JSON gets all or none: when fewer are
 *       left, it is answered with 429 before any item is; when it has more than the plan ever
 *       allows, with 413. Lines are counted as they come: where no more are left, the last line is
 *       an item with the status 429 that says how many were answered.
 *   <li>LIMIT-5 {@code RateLimit} and {@code Retry-After} never differ. On a 429 {@code RateLimit}
 *       speaks of what ran out alone, and its {@code t} is {@code Retry-After}: the time until what
 *       was asked for would be granted. When the last one was just granted, {@code t} is the time
 *       until the next would be.
 * </ul>
 */
package vn.digitaltrust.gateway.limits;
