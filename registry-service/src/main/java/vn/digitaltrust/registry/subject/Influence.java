package vn.digitaltrust.registry.subject;

/** How somebody influences: as a leader of opinion or as a consumer. */
public enum Influence {
  KOL,
  KOC
}
