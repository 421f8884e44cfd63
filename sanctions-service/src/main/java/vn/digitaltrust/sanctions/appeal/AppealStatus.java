package vn.digitaltrust.sanctions.appeal;

/** Where an appeal stands. Only while it is lodged may anything be done to it (SAN-36). */
enum AppealStatus {
  LODGED,
  RULED,
  WITHDRAWN;

  boolean open() {
    return this == LODGED;
  }
}
