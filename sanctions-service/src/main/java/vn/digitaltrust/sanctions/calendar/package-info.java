/**
 * Working days of Asia/Ho_Chi_Minh, from which every deadline of the due process is counted.
 *
 * <ul>
 *   <li>SAN-80 A working day is a Monday to Friday that is no day off, or a day of a weekend that
 *       is worked instead. Days off are data by year; a deadline that reaches into a year without
 *       data is refused, never guessed.
 *   <li>SAN-81 A term of n working days begins on the working day after the act and ends with the
 *       end of its n-th day.
 *   <li>SAN-82 Local dates are days of Asia/Ho_Chi_Minh; an interval of days runs from the start of
 *       its first to the start of the day after its last.
 * </ul>
 *
 * <p>The rows that the migrations load are this project's own reading of the published calendars,
 * not an official list: the operator corrects them in {@code calendar_day} and adds a year in
 * {@code calendar_year}.
 */
package vn.digitaltrust.sanctions.calendar;
