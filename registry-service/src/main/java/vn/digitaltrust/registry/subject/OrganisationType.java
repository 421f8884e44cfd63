package vn.digitaltrust.registry.subject;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an organisation is. */
@Schema(name = "RegistryOrganisationType")
public enum OrganisationType {
  BUSINESS,
  AGENCY,
  PRESS,
  PLATFORM,
  STATE_BODY
}
