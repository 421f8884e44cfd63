package vn.digitaltrust.sanctions.report;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a report comes from. */
@Schema(name = "SanctionsSource")
public enum Source {
  AUTHORITY,
  TRUSTED_FLAGGER,
  OTHER_NOTIFICATION,
  OWN_INITIATIVE
}
