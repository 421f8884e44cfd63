package vn.digitaltrust.registry.subject;

import java.time.LocalDate;
import java.util.List;

/**
 * What a subject says of itself, checked as far as one subject alone can be: made from a request by
 * {@link ParticularsRules}.
 */
record Particulars(
    List<TypedName> names,
    Influence influence,
    Category category,
    List<String> languages,
    OrganisationType organisationType,
    String taxCode,
    String homeProvince,
    LocalDate birthDate,
    Guardian guardian,
    boolean namesWithheld) {}
