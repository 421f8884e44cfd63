/**
 * What every request meets first and every error leaves through.
 *
 * <ul>
 *   <li>GATE-1 Every error is {@code application/problem+json} (RFC 9457) with a stable {@code
 *       type}, worded in Vietnamese or English by {@code Accept-Language} and marked as varying
 *       with it, and never shows a stack trace or a message of the machinery. It is the same
 *       whether a resource, a route or the proxy refuses.
 *   <li>GATE-4 Requests are read strictly: unknown or doubled properties, wrong types and control
 *       characters are refused.
 *   <li>GATE-5 The gateway makes the id of every request itself, a UUIDv7; what comes from outside
 *       is dropped. The id goes on to the services, back to the caller, and into every log line.
 *   <li>GATE-6 An address that two readers could read differently is refused before anybody reads
 *       it: empty or dot segments, backslashes, parameters of segments, encoded characters that
 *       have a meaning in paths or need no encoding, bytes that are not UTF-8 in its shortest form;
 *       in the query, characters that are not encoded, and a bare semicolon. So are headers given
 *       twice that must be given once.
 *   <li>GATE-7 A body that is announced or grows larger than its limit is refused with 413. Of a
 *       refused body a little is still taken in, so that the refusal can be read, then the
 *       connection ends.
 *   <li>GATE-8 More than {@code door.max-headers} header lines or {@code door.max-header-bytes} of
 *       them are refused with 431, an address longer than {@code door.max-target} with 414, and
 *       HTTP/1.0, whose answers would have to be held in memory, with 505. How requests are framed
 *       is judged before ({@link vn.digitaltrust.gateway.framing}).
 *   <li>GATE-9 Pages of the origins in {@code door.cors-origins}, and of no other, may call the API
 *       from a browser, everywhere alike; what a service says about that is dropped.
 *   <li>GATE-10 Every answer tells browsers not to guess its type, not to show it in a frame, and
 *       what a page may load; what a service says about that is dropped.
 *   <li>GATE-11 Every request leaves one line of JSON on standard output: time, request id, client,
 *       method, path, status, milliseconds, bytes. No token, no query, no address, no person: parts
 *       of the path that are ids or numbers are "*". A caller who left before the answer ended is
 *       499. Lines are written a tenth of a second later and many at a time; where nobody takes
 *       them they are dropped and counted ({@code access.log.dropped}) rather than requests held
 *       up. The level of the category {@code access} switches them off.
 *   <li>GATE-12 Where a collector of traces is configured ({@code OTEL_EXPORTER_OTLP_ENDPOINT}),
 *       every request is one span, which names method and veiled path, request id, client and
 *       status, and nothing else. Traces begin here: {@code traceparent} and its like from outside
 *       are dropped, because whoever could choose them could have everything recorded, or mix into
 *       the traces of others; the services go on with the gateway's. Without a collector nothing is
 *       made, and none is passed on.
 *   <li>GATE-13 Answers are coded with gzip for those who accept it, the gateway's own and those of
 *       services that have not coded them; lines are still told one by one. Who does not ask gets
 *       them as they are. Every answer varies with {@code Accept-Encoding}.
 *   <li>GATE-14 Connections are spread over all event loops. Vert.x gives loops in turn to whoever
 *       asks, so what asks for one on a thread of its own waits until the server listens ({@link
 *       vn.digitaltrust.journal.WhileServing}).
 *   <li>GATE-15 Bodies are UTF-8 and not coded otherwise, whoever reads them: another {@code
 *       Content-Encoding} than {@code identity} and another {@code charset} are 415 at the
 *       entrance, and so is a body without {@code Content-Type}; other encodings are 400.
 *   <li>GATE-16 Whoever expects {@code 100-continue} is told at once to send the body, where it
 *       will be read; any other expectation is 417.
 *   <li>GATE-17 A 405 names the methods of its address in {@code Allow}, and so does the answer to
 *       {@code OPTIONS}: those that the API document has there, and no others.
 *   <li>GATE-18 One strong entity tag never stands for two codings: that of an answer coded here
 *       ends in {@code -gzip}, and holds in {@code If-Match} as the plain one does.
 *   <li>GATE-19 Metrics name the form of an address, never the address itself.
 *   <li>GATE-20 Whoever comes while too much is under way is told so by 503 with {@code
 *       Retry-After}, half a second later. Whoever asks again as soon as it was refused would
 *       otherwise take the processor's time from those who are answered.
 * </ul>
 *
 * <p>The numbers are those of the services' own door packages; the services share no bytecode with
 * the gateway except the journal.
 */
package vn.digitaltrust.gateway.door;
