package vn.digitaltrust.registry.representation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A record as it is shown.
 *
 * @param state what the journal tells the parties, too
 * @param version the number in the ETag
 */
@Schema(name = "RegistryRepresentation")
record RepresentationView(@JsonUnwrapped RepresentationState state, long version) {}
