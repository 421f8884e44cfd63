package vn.digitaltrust.sanctions.measure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Through which medium the public is reached. */
@Schema(name = "SanctionsMedia")
public enum Media {
  ONLINE,
  TELEVISION,
  RADIO,
  PRINT,
  STAGE,
  OUTDOOR
}
