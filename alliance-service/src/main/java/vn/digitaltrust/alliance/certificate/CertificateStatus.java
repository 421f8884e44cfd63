package vn.digitaltrust.alliance.certificate;

/** How a certificate stands at an instant; always computed from its intervals (ALL-33). */
enum CertificateStatus {
  /** Granted, its first instant is to come. */
  UPCOMING,
  /** In force. */
  VALID,
  /** A measure pauses it. */
  SUSPENDED,
  /** A measure ended it. */
  WITHDRAWN,
  /** Its twelve months are over, or its holder is no longer registered. */
  ENDED;

  /** The type of the entry that tells of a change from another status to this one. */
  String entryAfter(CertificateStatus before) {
    return switch (this) {
      case UPCOMING, VALID -> before == ENDED ? "certificate.revised" : "certificate.restored";
      case SUSPENDED -> "certificate.suspended";
      case WITHDRAWN -> "certificate.withdrawn";
      case ENDED -> "certificate.ended";
    };
  }
}
