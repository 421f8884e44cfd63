package vn.digitaltrust.registry.identity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where sealed numbers are kept. */
@ApplicationScoped
class PersonalIdRepository implements PanacheRepositoryBase<PersonalId, UUID> {
  Optional<PersonalId> byMark(byte[] mark) {
    return find("#PersonalId.byMark", Map.of("mark", (Object) mark)).firstResultOptional();
  }
}
