/**
 * Stops the start of a production that would be unsafe, with a sentence for each reason. Each rule
 * is a class; a process adds its own as beans of {@link
 * vn.digitaltrust.door.settings.SettingsRule}.
 *
 * <ul>
 *   <li>DOOR-15 In production a process starts only with safe settings: secrets of its own, tokens
 *       verified with the keys of an issuer behind https, a runtime role that cannot rewrite the
 *       journal, and no page of another origin let in by a service.
 * </ul>
 */
package vn.digitaltrust.door.settings;
