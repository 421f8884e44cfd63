package vn.digitaltrust.registry.subject;

/** What an organisation is. */
public enum OrganisationType {
  BUSINESS,
  AGENCY,
  PRESS,
  PLATFORM,
  STATE_BODY
}
