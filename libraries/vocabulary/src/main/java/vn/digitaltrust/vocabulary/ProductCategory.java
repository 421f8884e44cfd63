package vn.digitaltrust.vocabulary;

/** What is advertised or sold. */
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
