package vn.digitaltrust.verdict;

/** One of the five dimensions: how a scope limits it and how a question asks it. */
enum Side {
  ACTIVITY,
  PLATFORM,
  MEDIA,
  TERRITORY,
  PRODUCT_CATEGORY;

  Scope scope(String... values) {
    Dimension some = Dimension.of(values);
    Dimension all = Dimension.ALL;
    return new Scope(
        this == ACTIVITY ? some : all,
        this == PLATFORM ? some : all,
        this == MEDIA ? some : all,
        this == TERRITORY ? some : all,
        this == PRODUCT_CATEGORY ? some : all);
  }

  Question ask(String value) {
    return new Question(
        this == ACTIVITY ? value : null,
        this == PLATFORM ? value : null,
        this == MEDIA ? value : null,
        this == TERRITORY ? value : null,
        this == PRODUCT_CATEGORY ? value : null,
        Limit.INSIDE);
  }
}
