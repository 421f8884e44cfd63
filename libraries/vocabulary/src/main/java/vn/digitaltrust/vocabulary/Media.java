package vn.digitaltrust.vocabulary;

/** Through which medium the public is reached. */
public enum Media {
  ONLINE,
  TELEVISION,
  RADIO,
  PRINT,
  STAGE,
  OUTDOOR
}
