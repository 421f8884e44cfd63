/**
 * The field's published words: numbers with check digits, provinces, time, names, roles, and what a
 * measure can be and be about. Pure Java: no framework, no database, no network.
 *
 * <ul>
 *   <li>VOC-1 Text is composed (NFC) as it is kept, and folded where marks and case do not count.
 *       Folded, letters of other forms (full-width, mathematical) are plain, Icelandic Ð and
 *       African Ɖ are Đ, and y is i where both are written. Of one spelling are {@code Hoà} and
 *       {@code Hòa}.
 *   <li>VOC-2 A registration number carries a check character (ISO 7064 MOD 37,36).
 *   <li>VOC-3 A tax code (MST) has valid check digits.
 *   <li>VOC-4 A certificate's number carries a check character (ISO 7064 MOD 37,36).
 *   <li>VOC-5 A working day is a Monday to Friday that is no day off, or a day of a weekend that is
 *       worked instead; a year without data is refused, never guessed.
 *   <li>VOC-6 A term of n working days begins on the working day after the act and ends with the
 *       end of its n-th day.
 *   <li>VOC-7 Local dates are days of Asia/Ho_Chi_Minh; a span of days runs from the start of its
 *       first to the start of the day after its last.
 *   <li>VOC-8 A province is written with its list's version, {@code 2025:79}; without it, it is
 *       refused.
 *   <li>VOC-9 Of each of the 63 units before 1 July 2025 it is known which unit it belongs to now,
 *       and who names one is told.
 *   <li>VOC-13 A name holds no character that nobody sees, that turns the text round or that means
 *       nothing to others, and no word of letters of two scripts; the character is named. Joiners
 *       and selectors stand only where emoji need them.
 *   <li>VOC-14 Who refuses a word names the fault, and all do so in the same words.
 * </ul>
 *
 * <p>What a service does with these words stands in its own rules.
 */
package vn.digitaltrust.vocabulary;
