package vn.digitaltrust.verdict;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * GW-20: the memberships and certificates that are known. One thread writes, any number read
 * meanwhile.
 */
public final class Rights {
  private final Table<UUID, Membership> memberships = new Table<>(Membership::id);
  private final Table<UUID, Membership> ofMember = new Table<>(Membership::subject);
  private final Table<UUID, Certificate> certificates = new Table<>(Certificate::id);
  private final Table<UUID, Certificate> ofHolder = new Table<>(Certificate::subject);

  /** Takes in what a membership is now. */
  public void put(Membership membership) {
    put(memberships, ofMember, membership.id(), membership);
  }

  /**
   * Takes in what a certificate is now.
   *
   * @param id the certificate
   * @param certificate null when it is not shown any more
   */
  public void put(UUID id, Certificate certificate) {
    put(certificates, ofHolder, id, certificate);
  }

  private static <V> void put(Table<UUID, V> byId, Table<UUID, V> bySubject, UUID id, V value) {
    V before = byId.any(id);
    bySubject.replace(before, value);
    byId.replace(before, value);
  }

  /** The memberships of these subjects, over or not. */
  public List<Membership> memberships(Collection<UUID> subjects) {
    return ofMember.all(subjects);
  }

  /** The certificates of these subjects, over or not. */
  public List<Certificate> certificates(Collection<UUID> subjects) {
    return ofHolder.all(subjects);
  }

  /** Looks these subjects up, together; checks of them are then made faster. */
  public void readAhead(List<UUID> subjects) {
    ofMember.any(subjects);
    ofHolder.any(subjects);
  }

  /** How many memberships are known. */
  public int membershipCount() {
    return memberships.size();
  }

  /** How many certificates are known. */
  public int certificateCount() {
    return certificates.size();
  }
}
