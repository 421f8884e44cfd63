package vn.digitaltrust.sanctions.statedecision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.sanctions.measure.AnnulmentCause;
import vn.digitaltrust.sanctions.measure.Variation;

/** What an authority does to its decision afterwards, each time by a document of its own. */
sealed interface ActRequest {
  String number();

  LocalDate issuedOn();

  String reasons();

  /** Changes the measure. */
  @Schema(
      name = "SanctionsStateVariationRequest",
      examples =
          "{\"number\":\"13/QD\",\"issuedOn\":\"2026-12-01\",\"reasons\":\"Shortened on review\",\"change\":{\"until\":\"2027-02-28\"}}")
  record Vary(
      @NotBlank @Size(max = 100) String number,
      @NotNull LocalDate issuedOn,
      @NotBlank @Size(max = 10000) String reasons,
      @NotNull @Valid Variation change)
      implements ActRequest {}

  /** Takes the effect away from one day to another, or until it is resumed. */
  @Schema(
      name = "SanctionsStateStayRequest",
      examples =
          "{\"number\":\"14/QD\",\"issuedOn\":\"2026-12-01\",\"reasons\":\"Complaint under review\"}")
  record Stay(
      @NotBlank @Size(max = 100) String number,
      @NotNull LocalDate issuedOn,
      @NotBlank @Size(max = 10000) String reasons,
      @Schema(nullable = true) LocalDate from,
      @Schema(nullable = true) LocalDate until)
      implements ActRequest {}

  /** Ends a stay, or lifts the measure early. */
  @Schema(
      name = "SanctionsStateActRequest",
      examples =
          "{\"number\":\"15/QD\",\"issuedOn\":\"2026-12-05\",\"reasons\":\"The aim is reached\"}")
  record Plain(
      @NotBlank @Size(max = 100) String number,
      @NotNull LocalDate issuedOn,
      @NotBlank @Size(max = 10000) String reasons)
      implements ActRequest {}

  /** Takes the decision back. */
  @Schema(
      name = "SanctionsStateAnnulmentRequest",
      examples =
          "{\"number\":\"16/QD\",\"issuedOn\":\"2026-12-05\",\"cause\":\"WRONG_PERSON\",\"reasons\":\"Another person of the same name\"}")
  record Annul(
      @NotBlank @Size(max = 100) String number,
      @NotNull LocalDate issuedOn,
      @NotNull AnnulmentCause cause,
      @NotBlank @Size(max = 10000) String reasons)
      implements ActRequest {}
}
