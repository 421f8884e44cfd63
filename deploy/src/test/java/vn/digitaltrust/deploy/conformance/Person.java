package vn.digitaltrust.deploy.conformance;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody who calls: a person or a machine.
 *
 * @param name what they log in as
 * @param role the one role of their token
 * @param sub the id of their token
 * @param subject the subject in the registry that their token speaks for, or null
 */
record Person(String name, String role, String sub, String subject) {
  /** Roles that see of private things what is their own, and nothing else. */
  private static final Set<String> MEMBERS = Set.of("platform", "business", "press", "kol");

  /** Whether they stand outside of the alliance's offices. */
  boolean isMember() {
    return MEMBERS.contains(role);
  }

  /** Under which ids a journal may name them. */
  Set<String> ids() {
    return Stream.of(sub, subject).filter(id -> id != null).collect(Collectors.toSet());
  }
}
