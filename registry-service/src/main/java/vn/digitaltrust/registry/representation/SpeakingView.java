package vn.digitaltrust.registry.representation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether one subject speaks for another now.
 *
 * @param representative as the record names it, perhaps by an id before a merge
 * @param representation the record that the answer rests on; null when there is none
 * @param kind its kind
 * @param endsAt when it ends; null while no end is known
 * @param guardians the other guardians who have to agree to what gives something up
 */
@Schema(name = "RegistrySpeaking")
record SpeakingView(
    UUID represented,
    UUID representative,
    Purpose purpose,
    Standing standing,
    @Schema(nullable = true, description = "The record that the answer rests on")
        UUID representation,
    @Schema(nullable = true) RepresentationKind kind,
    @Schema(nullable = true, description = "Exclusive; null while no end is known") Instant endsAt,
    @Schema(description = "The other guardians, who have to agree to what gives something up")
        List<UUID> guardians) {}
