package vn.digitaltrust.sanctions.ground;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.digitaltrust.door.Refusal;

/** The catalogue of grounds. */
@ApplicationScoped
public class Grounds implements PanacheRepositoryBase<Ground, String> {
  /**
   * The ground with this code, if it was in force on that day.
   *
   * @param code a code of the catalogue
   * @param day the day of the act that is to rest on the ground
   * @throws Refusal 422 SAN-1 when the catalogue has no such code, or it was not in force that day
   */
  public GroundRef requireValidOn(String code, LocalDate day) {
    Ground ground = require(code);
    if (!ground.validOn(day)) {
      throw Refusal.rule(
          "SAN-1",
          "ground.not-in-force",
          code,
          day.toString(),
          ground.validFrom.toString(),
          ground.validUntil == null ? "…" : ground.validUntil.toString());
    }
    return ground.ref();
  }

  /**
   * As {@link #requireValidOn}, and the ground is one on which a state authority can decide.
   *
   * @throws Refusal 422 SAN-2 when it is not law
   */
  public GroundRef requireLawOn(String code, LocalDate day) {
    GroundRef ref = requireValidOn(code, day);
    if (require(code).basis != Basis.LAW) {
      throw Refusal.rule("SAN-2", "ground.not-law", code);
    }
    return ref;
  }

  /**
   * The ground with this code, whenever it was in force.
   *
   * @throws Refusal 422 SAN-1 when the catalogue has no such code
   */
  public GroundRef requireKnown(String code) {
    return require(code).ref();
  }

  /**
   * SAN-100: for how many days after its last one a measure on this ground stays public.
   *
   * @throws Refusal 422 SAN-1 when the catalogue has no such code
   */
  public int publishedDays(String code) {
    return require(code).publishedDays;
  }

  /**
   * A code that a list is narrowed by, or null.
   *
   * @throws Refusal 400 naming the codes there are when the catalogue has no such one
   */
  public String filter(String code) {
    if (code != null && findByIdOptional(code).isEmpty()) {
      throw Refusal.invalid(
          "ground",
          "query.one-of",
          stream("order by code").map(ground -> ground.code).collect(Collectors.joining(", ")));
    }
    return code;
  }

  private Ground require(String code) {
    return findByIdOptional(code).orElseThrow(() -> Refusal.rule("SAN-1", "ground.unknown", code));
  }

  Optional<Ground> byCode(String code) {
    return findByIdOptional(code);
  }

  List<Ground> page(String after, int rows) {
    return find("code > ?1 order by code", after == null ? "" : after).page(0, rows).list();
  }
}
