/**
 * Working days of Asia/Ho_Chi_Minh, from which every deadline of the due process is counted.
 *
 * <ul>
 *   <li>SAN-80 Days off are data by year. Terms are counted from them as VOC-5 to VOC-7 say; a
 *       deadline that reaches into a year without data is refused.
 * </ul>
 *
 * <p>The rows that the migrations load are this project's own reading of the published calendars,
 * not an official list: the operator corrects them in {@code calendar_day} and adds a year in
 * {@code calendar_year}.
 */
package vn.digitaltrust.sanctions.calendar;
