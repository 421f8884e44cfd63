/**
 * Whether the databases of the release before start under this one.
 *
 * <p>Below {@code src/test/resources/upgrade} the rows of the three databases are kept as the
 * release before left them, with what its API answered about them. {@code KeepRelease} makes these
 * files, {@code UpgradeIT} starts this release on them.
 */
package vn.digitaltrust.deploy.upgrade;
