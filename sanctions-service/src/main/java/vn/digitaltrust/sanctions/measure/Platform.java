package vn.digitaltrust.sanctions.measure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where accounts live. */
@Schema(name = "SanctionsPlatform")
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
