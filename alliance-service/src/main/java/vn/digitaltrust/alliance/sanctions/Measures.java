package vn.digitaltrust.alliance.sanctions;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.digitaltrust.alliance.registry.Persons;

/** The measures that touch certificates or memberships, as far as the journal has told. */
@ApplicationScoped
public class Measures implements PanacheRepositoryBase<FollowedMeasure, UUID> {
  private final Persons persons;

  Measures(Persons persons) {
    this.persons = persons;
  }

  /** ALL-24: the measures about the person, under whichever id they were decided. */
  public List<Measure> about(UUID subject) {
    return list("subject in ?1 order by id", persons.sameAs(subject)).stream()
        .map(FollowedMeasure::told)
        .toList();
  }

  /** Keeps the measure as told; returns whom it concerns or concerned, or nobody if as before. */
  Set<UUID> keep(Measure told) {
    FollowedMeasure known = findById(told.id());
    if (told.kind() == MeasureKind.IRRELEVANT) {
      return known == null ? Set.of() : drop(known);
    }
    if (known != null && known.told().equals(told)) {
      return Set.of();
    }
    if (known == null) {
      FollowedMeasure fresh = new FollowedMeasure();
      fresh.become(told);
      persistAndFlush(fresh);
      return Set.of(told.subject());
    }
    UUID before = known.subject;
    known.become(told);
    flush();
    return before.equals(told.subject()) ? Set.of(before) : Set.of(before, told.subject());
  }

  /** Forgets a measure; returns whom it concerned. */
  Set<UUID> forget(UUID id) {
    FollowedMeasure known = findById(id);
    return known == null ? Set.of() : drop(known);
  }

  Set<UUID> ids() {
    return getEntityManager()
        .createQuery("select id from FollowedMeasure", UUID.class)
        .getResultStream()
        .collect(Collectors.toSet());
  }

  private Set<UUID> drop(FollowedMeasure known) {
    delete(known);
    flush();
    return Set.of(known.subject);
  }
}
