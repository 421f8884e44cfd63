package vn.digitaltrust.alliance.sanctions;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.digitaltrust.alliance.Chunks;
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
    return keepAll(List.of(told));
  }

  /** ALL-72: keeps many at once, the later of two about one measure; returns whom it concerns. */
  Set<UUID> keepAll(List<Measure> several) {
    Map<UUID, FollowedMeasure> known =
        known(several.stream().map(Measure::id).collect(Collectors.toSet()));
    Set<UUID> concerned = new HashSet<>();
    several.forEach(told -> concerned.addAll(keep(told, known)));
    flush();
    return concerned;
  }

  private Map<UUID, FollowedMeasure> known(Collection<UUID> ids) {
    return list("id in ?1", ids).stream()
        .collect(Collectors.toMap(known -> known.id, known -> known));
  }

  private Set<UUID> keep(Measure told, Map<UUID, FollowedMeasure> all) {
    FollowedMeasure known = all.get(told.id());
    if (told.kind() == MeasureKind.IRRELEVANT) {
      all.remove(told.id());
      return known == null ? Set.of() : drop(known);
    }
    if (known != null && known.told().equals(told)) {
      return Set.of();
    }
    if (known == null) {
      FollowedMeasure fresh = new FollowedMeasure();
      fresh.become(told);
      persist(fresh);
      all.put(fresh.id, fresh);
      return Set.of(told.subject());
    }
    UUID before = known.subject;
    known.become(told);
    return before.equals(told.subject()) ? Set.of(before) : Set.of(before, told.subject());
  }

  /** Forgets measures, of however many; returns whom they concerned. */
  Set<UUID> forgetAll(Set<UUID> ids) {
    Set<UUID> concerned = new HashSet<>();
    for (List<UUID> part : Chunks.of(ids)) {
      known(part).values().forEach(known -> concerned.addAll(drop(known)));
      flush();
    }
    return concerned;
  }

  /** Forgets a measure if its kind is not known here; returns whom it concerned. */
  Set<UUID> forgetUnknown(UUID id) {
    FollowedMeasure known = findById(id);
    return known != null && known.kind == MeasureKind.UNKNOWN ? forgetAll(Set.of(id)) : Set.of();
  }

  Set<UUID> ids() {
    return getEntityManager()
        .createQuery("select id from FollowedMeasure", UUID.class)
        .getResultStream()
        .collect(Collectors.toSet());
  }

  private Set<UUID> drop(FollowedMeasure known) {
    delete(known);
    return Set.of(known.subject);
  }
}
