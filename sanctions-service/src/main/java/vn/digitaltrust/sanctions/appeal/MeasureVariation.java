package vn.digitaltrust.sanctions.appeal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.sanctions.measure.Variation;

/** How one measure of the case changes. */
@Schema(name = "SanctionsMeasureVariation")
record MeasureVariation(@NotNull UUID measure, @NotNull @Valid Variation change) {}
