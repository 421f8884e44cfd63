package vn.digitaltrust.journal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * JRN-17: what services may read of which journal, in one table, for the feed and for the snapshot.
 * What is not granted here a service does not read.
 */
final class Grants {
  /** Every aggregate of a journal. */
  static final String EVERY = "*";

  static final List<Grant> TABLE =
      List.of(
          open("gateway", "registry"),
          open("gateway", "sanctions"),
          open("gateway", "alliance"),
          open("sanctions-service", "registry"),
          inside("sanctions-service", "registry", "subject-name"),
          inside("sanctions-service", "registry", "erasure-request"),
          open("alliance-service", "registry"),
          inside("alliance-service", "registry", "subject-name"),
          inside("alliance-service", "registry", "erasure-request"),
          open("alliance-service", "sanctions"),
          inside("alliance-service", "sanctions", "measure"));

  private Grants() {}

  /**
   * One line of the table.
   *
   * @param client the token's client id ({@code azp})
   * @param journal whose: {@code registry}
   * @param aggregate the kind of aggregate, or {@link #EVERY}
   * @param audience PUBLIC or INTERNAL; what is told to parties is for nobody else
   */
  record Grant(String client, String journal, String aggregate, Audience audience) {
    private boolean of(String who, String where) {
      return client.equals(who) && journal.equals(where);
    }
  }

  /** Whether a service may read what every member may. */
  static boolean readsOpen(String client, String journal) {
    return TABLE.stream()
        .anyMatch(it -> it.of(client, journal) && it.audience() == Audience.PUBLIC);
  }

  /** The aggregates whose INTERNAL entries a service may read. */
  static Set<String> readsInside(String client, String journal) {
    return TABLE.stream()
        .filter(it -> it.of(client, journal) && it.audience() == Audience.INTERNAL)
        .map(Grant::aggregate)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Grant open(String client, String journal) {
    return new Grant(client, journal, EVERY, Audience.PUBLIC);
  }

  private static Grant inside(String client, String journal, String aggregate) {
    return new Grant(client, journal, aggregate, Audience.INTERNAL);
  }
}
