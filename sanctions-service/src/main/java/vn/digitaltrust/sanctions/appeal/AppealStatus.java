package vn.digitaltrust.sanctions.appeal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an appeal stands. Only while it is lodged may anything be done to it (SAN-36). */
@Schema(name = "SanctionsAppealStatus")
enum AppealStatus {
  LODGED,
  RULED,
  WITHDRAWN;

  boolean open() {
    return this == LODGED;
  }
}
