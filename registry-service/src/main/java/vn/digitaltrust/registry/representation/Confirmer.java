package vn.digitaltrust.registry.representation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who has confirmed a record. */
@Schema(name = "RegistryRepresentationConfirmer")
enum Confirmer {
  REPRESENTED,
  REGISTRAR
}
