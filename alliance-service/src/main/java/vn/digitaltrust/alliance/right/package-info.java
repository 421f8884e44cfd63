/**
 * What memberships and certificates have in common: both are rights that follow from measures,
 * merges and the registry's endings, and that change by time alone at boundaries known before.
 *
 * <p>The rules are those of the two features; here is only how a right is computed anew: for the
 * subjects that news touched, and at the boundaries that have been passed.
 */
package vn.digitaltrust.alliance.right;
