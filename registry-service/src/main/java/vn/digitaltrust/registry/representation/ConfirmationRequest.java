package vn.digitaltrust.registry.representation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A confirmation says nothing but that it is made. */
@Schema(name = "RegistryRepresentationConfirmation", examples = "{}")
record ConfirmationRequest() {}
