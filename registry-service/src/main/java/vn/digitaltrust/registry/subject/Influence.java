package vn.digitaltrust.registry.subject;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How somebody influences: as a leader of opinion or as a consumer. */
@Schema(name = "RegistryInfluence")
public enum Influence {
  KOL,
  KOC
}
