package vn.digitaltrust.registry.subject;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a KOL is entered with. In a change, what is private and left out stays as it is.
 *
 * @param names at least one STAGE or NICKNAME, which becomes the public name; LEGAL ones stay
 *     private
 * @param influence leader of opinion or consumer
 * @param category what the KOL is known as
 * @param languages in which the KOL speaks to people: codes of ISO 639 in small letters, the first
 *     one first
 * @param homeProvince list version and official code
 * @param birthDate private; decides whether a guardian is needed, so only a VIRTUAL_INFLUENCER is
 *     registered without
 * @param guardian needed under 16, and for a virtual influencer without a birth date
 * @param personalId 12 digits; private, kept encrypted
 * @param namesWithheld whether public answers leave the name out; true by default under 16
 */
@Schema(name = "RegistryKolRequest")
public record KolRequest(
    @NotEmpty @Size(max = 10) List<@NotNull @Valid TypedName> names,
    @NotNull Influence influence,
    @NotNull Category category,
    @Size(max = 10) @Schema(nullable = true, examples = "[\"vi\"]")
        List<@NotNull @Pattern(regexp = "[a-z]{2,3}") String> languages,
    @NotBlank @Size(max = 20) @Schema(examples = "2025:79") String homeProvince,
    @Schema(examples = "1996-05-17", nullable = true) LocalDate birthDate,
    @Valid @Schema(nullable = true) Guardian guardian,
    @Size(max = 20) @Schema(nullable = true, writeOnly = true) String personalId,
    @Schema(nullable = true) Boolean namesWithheld) {}
