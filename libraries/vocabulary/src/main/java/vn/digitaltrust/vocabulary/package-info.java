/**
 * The field's published words: numbers with check digits, provinces, time, names, roles, and what a
 * measure can be and be about. Pure Java: no framework, no database, no network.
 *
 * <ul>
 *   <li>REG-2 Text is composed (NFC) as it is kept, and folded where marks and case do not count.
 *   <li>REG-7 A registration number carries a check character (ISO 7064 MOD 37,36).
 *   <li>REG-8 A tax code (MST) has valid check digits.
 *   <li>ALL-31 A certificate's number carries a check character (ISO 7064 MOD 37,36).
 *   <li>SAN-80 A working day is a Monday to Friday that is no day off, or a day of a weekend that
 *       is worked instead; a year without data is refused, never guessed.
 *   <li>SAN-81 A term of n working days begins on the working day after the act and ends with the
 *       end of its n-th day.
 *   <li>SAN-82 Local dates are days of Asia/Ho_Chi_Minh; a span of days runs from the start of its
 *       first to the start of the day after its last.
 *   <li>TER-1 A province is written with its list's version, {@code 2025:79}.
 *   <li>TER-2 Of each of the 63 units before 1 July 2025 it is known which unit it belongs to now.
 * </ul>
 *
 * <p>The numbers are those of the rules in the service that first had them.
 */
package vn.digitaltrust.vocabulary;
