package vn.digitaltrust.vocabulary;

/** What an influencer is engaged for. */
public enum Activity {
  PERFORM,
  APPEAR,
  ADVERTISE,
  LIVESTREAM_SELL
}
