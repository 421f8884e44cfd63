package vn.digitaltrust.sanctions.measure;

/** Where accounts live. */
public enum Platform {
  TIKTOK,
  YOUTUBE,
  FACEBOOK,
  INSTAGRAM,
  THREADS,
  X,
  ZALO_OA,
  OTHER
}
