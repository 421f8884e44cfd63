/**
 * The erasure of a person: asked for by one registrar, carried out by another, once everybody who
 * may have to keep something of the person has cleared it.
 *
 * <pre>
 * REQUESTED → APPROVED (the subject is ERASED) | REFUSED | TAKEN_BACK
 * </pre>
 *
 * <ul>
 *   <li>REG-80 One registrar asks, another approves or refuses (DOOR-19); of one person there is at
 *       most one open request. The journal tells of it {@code id}, {@code subject} and {@code
 *       status}, to nobody but services and auditors.
 *   <li>REG-81 Nothing is erased before every configured holder has answered CLEAR, at a place of
 *       the journal that lies behind the request and everything that was merged into the person.
 *   <li>REG-82 A holder's answer is given with the token of its own client, and replaced until the
 *       request is decided: CLEAR, or HELD with a code and the last day on which it counts.
 *   <li>REG-83 A missing answer is due two working days (Monday to Friday) after the request, or
 *       after the day on which the last answer ceased to count, and overdue after that day. Nothing
 *       but the list depends on it.
 *   <li>REG-96 An answer that a holder left open when it was taken out of the settings is not
 *       passed over: nothing is erased, and the refusal says so.
 *   <li>REG-97 An answer replaces the one that was read, the first one too; of a holder that was
 *       configured after the request there is an empty one as well.
 * </ul>
 */
package vn.digitaltrust.registry.erasure;
