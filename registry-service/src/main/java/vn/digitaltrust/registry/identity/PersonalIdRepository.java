package vn.digitaltrust.registry.identity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Where sealed numbers are kept. */
@ApplicationScoped
class PersonalIdRepository implements PanacheRepositoryBase<PersonalId, UUID> {}
