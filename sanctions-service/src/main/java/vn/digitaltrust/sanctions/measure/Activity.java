package vn.digitaltrust.sanctions.measure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an influencer is engaged for. */
@Schema(name = "SanctionsActivity")
public enum Activity {
  PERFORM,
  APPEAR,
  ADVERTISE,
  LIVESTREAM_SELL
}
