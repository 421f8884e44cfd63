/**
 * The pages on which people work with the API ({@code /docs/}) and read it ({@code /read/}):
 * Swagger UI with scripts and looks of ours, and a reader of our own, from {@code resources/pages}.
 *
 * <ul>
 *   <li>GATE-30 {@code /docs} and {@code /read} lead to the pages, with the slash and without it. A
 *       page is asked for anew each time; what it loads stands below the hash of its content, is
 *       coded with gzip, and is kept by browsers for ever.
 *   <li>GATE-31 Who is signed in is always shown, with roles. The session renews itself before its
 *       token ends; when it cannot, the page says so and keeps what was typed. At logout, and when
 *       another person signs in, answers and filled fields go.
 *   <li>GATE-32 Forms begin empty: examples are shown beside, and come in when they are asked for.
 *       An id is filled in from an answer that is exactly one thing, or from the row of a list that
 *       a person chose, with the name beside; what may be left out of an address is never filled
 *       in.
 *   <li>GATE-33 A form has a retry key of its own, so that a double press does one thing. What
 *       cannot be undone asks first.
 *   <li>GATE-34 A page is in one language, the browser's or the one that was chosen; operations are
 *       found by words of both, whatever their case and tone marks.
 *   <li>GATE-35 Pages are usable by keyboard, by screen reader and from 320 pixels on.
 * </ul>
 */
package vn.digitaltrust.gateway.page;
