/**
 * Judges how requests are framed, byte by byte, before the HTTP codec reads them: what the codec
 * would quietly put right, another reader might have read differently.
 *
 * <ul>
 *   <li>FRAME-1 A head is made of a request line and header lines, each ended by CRLF; no line goes
 *       on in the next, and nothing stands between a name and its colon. Anything else is 400.
 *   <li>FRAME-2 The length of a body is told once: by one {@code Content-Length}, or by {@code
 *       Transfer-Encoding: chunked}. Anything else is 400.
 *   <li>FRAME-3 Chunks have a size and nothing more, and no trailers follow. Anything else is 400,
 *       and nothing that comes after it is read. What is found wrong after an answer has begun ends
 *       the connection. No part of a body is ever taken for a whole.
 *   <li>FRAME-4 A head that is not complete 10 s after its first byte is 408; one longer than 32
 *       KiB is 431, before the codec would refuse it without words.
 * </ul>
 *
 * <p>Inside TLS the same holds, unless HTTP/2 was agreed upon there (ALPN), whose frames leave no
 * room for doubt.
 *
 * <p>A refused head is handed on as a request of the method {@code REFUSED} that names the reason,
 * and the entrance words it. So a refusal waits for the answers before it, and looks like any
 * other. A caller who says {@code REFUSED} is refused, which harms nobody.
 */
package vn.digitaltrust.gateway.framing;
