/**
 * How much a client may ask for.
 *
 * <ul>
 *   <li>LIMIT-1 Every client has a plan: so many requests at once, and as many in every window,
 *       given back little by little. More is answered with 429 and {@code Retry-After}. A machine
 *       is one client; of a client that many people share, each is counted alone.
 *   <li>LIMIT-2 Every answer to a verified token says what the plan is and what is left of it, in
 *       {@code RateLimit-Policy} and {@code RateLimit} as the draft {@code
 *       draft-ietf-httpapi-ratelimit-headers} has them: {@code q} requests in {@code w} seconds,
 *       {@code r} left, all of them again in {@code t} seconds.
 *   <li>LIMIT-3 The counters are bounded: a client that was idle for a window is forgotten, which
 *       changes nothing for it; beyond {@code limits.most-clients} those seen longest ago go first.
 *       Each gateway counts for itself; {@link vn.digitaltrust.gateway.limits.Limiter} is where
 *       counters shared by several would stand.
 * </ul>
 */
package vn.digitaltrust.gateway.limits;
