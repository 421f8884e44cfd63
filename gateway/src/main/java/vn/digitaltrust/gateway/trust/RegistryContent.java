package vn.digitaltrust.gateway.trust;

import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import vn.digitaltrust.journal.Entry;
import vn.digitaltrust.verdict.AccountSpan;
import vn.digitaltrust.verdict.Subject;
import vn.digitaltrust.verdict.Subjects;

/** Subjects, their numbers, merges and accounts, as the registry's journal tells them. */
final class RegistryContent implements Content {
  private static final Logger LOG = Logger.getLogger(RegistryContent.class);

  /** Which organisation runs a platform: no answer of a check depends on it. */
  private static final String RUN = "platform-run";

  private final Subjects subjects = new Subjects();

  @Override
  public void put(Entry entry) {
    Reading reading = new Reading(entry);
    switch (entry.aggregate()) {
      case "subject" -> {
        Subject subject = reading.subject();
        subjects.put(subject);
        warnOfCircle(subject);
      }
      case "account" -> subjects.put(reading.account());
      case RUN -> {}
      default -> reading.passedOver("says nothing about who somebody is");
    }
  }

  @Override
  public void put(List<Entry> together) {
    List<Subject> told = new ArrayList<>();
    List<AccountSpan> accounts = new ArrayList<>();
    for (Entry entry : together) {
      Reading reading = new Reading(entry);
      switch (entry.aggregate()) {
        case "subject" -> told.add(reading.subject());
        case "account" -> accounts.add(reading.account());
        case RUN -> {}
        default -> reading.passedOver("says nothing about who somebody is");
      }
    }
    subjects.put(told, accounts);
    told.forEach(this::warnOfCircle);
  }

  private void warnOfCircle(Subject subject) {
    if (subjects.leadsInCircle(subject)) {
      LOG.warnf("the merges of subject %s lead in a circle", subject.id());
    }
  }

  /** Who is known so far. */
  Subjects subjects() {
    return subjects;
  }
}
