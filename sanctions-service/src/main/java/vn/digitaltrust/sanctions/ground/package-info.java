/**
 * The catalogue of legal and contractual grounds. Law changes: grounds are data with validity
 * dates, loaded by migrations and never altered by the running service.
 *
 * <ul>
 *   <li>SAN-1 An allegation, a measure or a state decision names a ground of the catalogue that was
 *       in force on the day of the act.
 *   <li>SAN-2 A state decision rests on law; a code of conduct carries alliance measures only.
 * </ul>
 */
package vn.digitaltrust.sanctions.ground;
