package vn.digitaltrust.registry.subject;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Nothing more needs to be said to register a verified subject: {@code {}}. */
@Schema(name = "RegistryRegistration", description = "An empty object.")
record RegistrationRequest() {}
