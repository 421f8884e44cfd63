package vn.digitaltrust.registry.erasure;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a holder answers.
 *
 * @param code the kind of reason; only beside HELD
 * @param until the last day on which HELD counts; only beside HELD
 * @param position how far the holder has read the registry's journal
 */
@Schema(
    name = "RegistryErasureAnswerBody",
    examples = "{\"answer\":\"HELD\",\"code\":\"MEASURE\",\"until\":\"2026-12-20\",\"position\":1}")
record AnswerRequest(
    @NotNull Answer answer,
    @Pattern(regexp = "[A-Z][A-Z_]{0,39}") @Schema(nullable = true) String code,
    @Schema(nullable = true) LocalDate until,
    @NotNull @Min(0) Long position) {}
