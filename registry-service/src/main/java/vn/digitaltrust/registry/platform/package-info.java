/**
 * Which organisation runs which platform, when. An organisation's clients speak for these platforms
 * alone.
 *
 * <p>A run is opened at an instant and closed at most once.
 *
 * <ul>
 *   <li>PLT-1 A registrar enters the platforms of a registered organisation of the type {@code
 *       PLATFORM}; of others none are entered.
 *   <li>PLT-2 An organisation runs a platform once at a time, merged organisations counted as one.
 *       Several organisations may run the same platform. The database keeps the half-open intervals
 *       of one organisation apart.
 *   <li>PLT-3 What has been is not rewritten: organisation, platform, host and start never change,
 *       an end is set once.
 *   <li>PLT-4 A run begins between 2000 and now, and ends after its beginning and at the latest
 *       now.
 *   <li>PLT-5 Of {@code OTHER} the listed host is named (VOC-18), of every other platform none: who
 *       runs one small platform does not speak for another.
 *   <li>PLT-6 A run ends with the erasure of its organisation.
 * </ul>
 */
package vn.digitaltrust.registry.platform;
