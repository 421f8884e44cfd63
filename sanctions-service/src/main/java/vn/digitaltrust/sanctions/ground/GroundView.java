package vn.digitaltrust.sanctions.ground;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A ground of the catalogue.
 *
 * @param basis what it rests on; a {@code STATE_CODE} or {@code CONTRACT} carries no state decision
 * @param validFrom the first day in force
 * @param validUntil the last day in force, or null
 */
@Schema(name = "SanctionsGround")
record GroundView(
    @Schema(examples = "DECREE-38-2021-34.5") String code,
    String title,
    String titleEn,
    String instrument,
    String provision,
    Basis basis,
    @Schema(nullable = true) String note,
    LocalDate validFrom,
    @Schema(nullable = true) LocalDate validUntil) {
  static GroundView of(Ground ground) {
    return new GroundView(
        ground.code,
        ground.title,
        ground.titleEn,
        ground.instrument,
        ground.provision,
        ground.basis,
        ground.note,
        ground.validFrom,
        ground.validUntil);
  }
}
