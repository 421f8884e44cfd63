package vn.digitaltrust.sanctions.measure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is advertised or sold. */
@Schema(name = "SanctionsProductCategory")
public enum ProductCategory {
  FOOD,
  HEALTH_FOOD,
  COSMETICS,
  MEDICINE,
  FINANCE,
  REAL_ESTATE,
  EDUCATION,
  FASHION,
  TRAVEL,
  GAMES,
  OTHER
}
