package vn.digitaltrust.registry.subject;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an organisation is entered with.
 *
 * @param names its names; all of them are public once it is registered
 * @param organisationType what it is
 * @param taxCode MST of 10 digits, or 13 with a branch; needed by all but state bodies to register
 * @param homeProvince list version and official code
 */
@Schema(name = "RegistryOrganisationRequest")
public record OrganisationRequest(
    @NotEmpty @Size(max = 10) List<@NotNull @Valid TypedName> names,
    @NotNull OrganisationType organisationType,
    @Size(max = 20)
        @Schema(examples = "0100109106", nullable = true, pattern = "^[0-9]{10}(-[0-9]{3})?$")
        String taxCode,
    @NotBlank @Size(max = 20) @Schema(examples = "2025:01") String homeProvince) {}
