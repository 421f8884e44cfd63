package vn.digitaltrust.registry.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.registry.account.AccountRequest;
import vn.digitaltrust.registry.subject.Category;
import vn.digitaltrust.registry.subject.Guardian;
import vn.digitaltrust.registry.subject.Influence;
import vn.digitaltrust.registry.subject.KolRequest;
import vn.digitaltrust.registry.subject.TypedName;
import vn.digitaltrust.registry.subject.VerificationRequest;

/**
 * One line of an import: a KOL as it is entered singly, with accounts, and how far to take it.
 *
 * @param accounts at most 20
 * @param verification how the identity was checked; needed to register
 * @param register whether to register at once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "RegistryImportLine",
    examples =
        "{\"names\":[{\"type\":\"STAGE\",\"value\":\"Linh Ca Mẫu\"}],\"influence\":\"KOL\",\"category\":\"ARTIST\","
            + "\"homeProvince\":\"2025:79\",\"birthDate\":\"1996-05-17\"}")
record ImportLine(
    List<TypedName> names,
    Influence influence,
    Category category,
    List<String> languages,
    String homeProvince,
    LocalDate birthDate,
    Guardian guardian,
    String personalId,
    Boolean namesWithheld,
    @Size(max = 20) List<@NotNull @Valid AccountRequest> accounts,
    @Valid VerificationRequest verification,
    Boolean register) {

  /** The part that a single entry has too; checked by its own constraints. */
  KolRequest kol() {
    return new KolRequest(
        names,
        influence,
        category,
        languages,
        homeProvince,
        birthDate,
        guardian,
        personalId,
        namesWithheld);
  }

  boolean toRegister() {
    return Boolean.TRUE.equals(register);
  }

  List<AccountRequest> itsAccounts() {
    return accounts == null ? List.of() : accounts;
  }
}
