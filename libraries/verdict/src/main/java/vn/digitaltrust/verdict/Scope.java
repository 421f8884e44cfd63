package vn.digitaltrust.verdict;

/** What a measure restricts or an exception permits, in five dimensions. */
public record Scope(
    Dimension activities,
    Dimension platforms,
    Dimension media,
    Dimension territories,
    Dimension productCategories) {
  /** Everything, in each dimension. */
  public static final Scope ALL =
      new Scope(Dimension.ALL, Dimension.ALL, Dimension.ALL, Dimension.ALL, Dimension.ALL);

  /** GW-9: whether something of what was asked lies in this scope. */
  public boolean touches(Question question) {
    return activities.touches(question.activity())
        && platforms.touches(question.platform())
        && media.touches(question.media())
        && territories.touches(question.territory())
        && productCategories.touches(question.productCategory());
  }

  /** GW-10: whether all in which a limit with that scope meets the question lies in this scope. */
  public boolean includes(Question question, Scope limit) {
    return activities.includes(question.activity(), limit.activities)
        && platforms.includes(question.platform(), limit.platforms)
        && media.includes(question.media(), limit.media)
        && territories.includes(question.territory(), limit.territories)
        && productCategories.includes(question.productCategory(), limit.productCategories);
  }
}
