/**
 * How a service meets its callers: what every endpoint does alike, so that no feature does it
 * again.
 *
 * <ul>
 *   <li>DOOR-1 Every error is {@code application/problem+json} (RFC 9457) with a stable {@code
 *       type}, worded in Vietnamese or English by {@code Accept-Language} and marked as varying
 *       with it, and never shows a stack trace or a message of the machinery.
 *   <li>DOOR-2 A change of an existing resource names the version it read: {@code If-Match} absent
 *       or {@code *} is 428, stale is 412; a weak tag, or one that is none of ours, is told as
 *       such.
 *   <li>DOOR-3 Lists are cursor pages over an immutable unique key; a cursor works only with the
 *       filter it was made for.
 *   <li>DOOR-4 Requests are read strictly: unknown or doubled properties, wrong types, in the body
 *       or in the query, control characters and halves of characters are refused, and so is a day
 *       or an instant of another year than 1900 to 9999. Names of parameters are case-sensitive,
 *       and a bare semicolon in the query is refused.
 *   <li>DOOR-5 Every answer carries {@code X-Request-Id}, and so does every line logged while it
 *       was made.
 *   <li>DOOR-6 The API document names every problem, and says how to repeat a POST safely.
 *   <li>DOOR-7 A body that is held in memory has at most {@code requests.longest-body}, however it
 *       is sent; one that is streamed at most {@code requests.longest-stream}.
 *   <li>DOOR-8 Where traces are made, spans name the operation and the request id and nobody: no id
 *       of a path, no query, no address, no text of an exception.
 *   <li>DOOR-9 Ready means that the database answers and that the issuer gives out its keys; a lost
 *       neighbour makes nobody unready.
 *   <li>DOOR-16 A token whose signature was verified is believed again without verifying it for
 *       {@code access.token-cache.longest} and never past its expiry, by a hash of it, and so many
 *       of them ({@code access.token-cache.size}). So long may a key that the issuer withdrew still
 *       be believed.
 *   <li>DOOR-17 Bodies are UTF-8 and not coded otherwise: another {@code Content-Encoding} than
 *       {@code identity}, another {@code charset} and no {@code Content-Type} are 415, other
 *       encodings 400. A byte order mark at the beginning is passed over.
 *   <li>DOOR-18 The scheme of a token may be written in any case and with several blanks after it,
 *       and the token is found again all the same. What is not three parts of base64url without
 *       padding is 401.
 *   <li>DOOR-19 What takes two people is asked for by one and approved or refused by another; two
 *       tokens of one person are one person ({@link vn.digitaltrust.door.TwoPeople}).
 *   <li>DOOR-20 Who asked, and nobody else, takes it back while it is open. After an approval, a
 *       refusal or a taking back nothing more happens to a request.
 *   <li>DOOR-22 A body in error names the path of the field, with its places in lists: {@code
 *       accounts[1].handle}, {@code scope.territories[0]}. So do the lines of an import.
 *   <li>DOOR-23 An instant in a query whose plus became a blank is told to write it as %2B.
 *   <li>DOOR-25 A 405 names the methods of its address in {@code Allow}, and so does the answer to
 *       {@code OPTIONS}, which is 204.
 *   <li>DOOR-26 Metrics name the form of an address, never the address itself.
 *   <li>DOOR-27 Another expectation than {@code 100-continue} is 417.
 *   <li>DOOR-28 Broken constraints are told in the caller's language, under the path of the field,
 *       such as {@code accounts[1].handle}.
 *   <li>DOOR-29 In the log a caller who leaves is nothing, a refusal because we are busy one line,
 *       a lost race nothing. Only what is a fault of ours is an error, once and with its trace.
 *   <li>DOOR-30 The document is as strict as the service: bodies have no other properties than it
 *       names.
 *   <li>DOOR-31 Addresses outside of the API and a wrong {@code Host} are answered with a problem.
 *   <li>DOOR-32 Numbers and ids have one spelling: ASCII digits, and 36 characters. A parameter is
 *       never empty.
 *   <li>DOOR-36 The document says of answers which properties are always there: all but those that
 *       are marked {@code x-may-be-absent}. What has no value is sent as null.
 * </ul>
 *
 * <p>A service opts in by {@code quarkus.index-dependency}; the gateway, whose door is made of
 * routes, takes single classes only.
 */
package vn.digitaltrust.door;
