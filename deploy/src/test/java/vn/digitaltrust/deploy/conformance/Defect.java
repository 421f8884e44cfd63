package vn.digitaltrust.deploy.conformance;

/** Ways to break a convention, each with the rule that must notice. */
enum Defect {
  LETS_ANY_ROLE_IN(RolesRule.class),
  ASKS_FOR_NO_TOKEN(RolesRule.class),
  KEEPS_A_NAMED_ROLE_OUT(RolesRule.class),
  SHOWS_ROWS_OF_OTHERS(OthersRule.class),
  LISTS_ROWS_OF_OTHERS(OthersRule.class),
  CHANGES_PUBLIC_ROWS_OF_OTHERS(OthersRule.class),
  SHOWS_NOTES_OF_OTHERS(OthersRule.class),
  NAMES_EVERYBODY_A_PARTY(OthersRule.class),
  LETS_ANYBODY_CHANGE_ROWS_OF_OTHERS(RolesRule.class),
  NAMES_A_ROLE_THAT_NOBODY_DECIDED(RolesRule.class),
  SWALLOWS_STRAY_PROPERTIES(BodyRule.class),
  TAKES_NUMBERS_FOR_TEXT(BodyRule.class),
  TAKES_A_MEGABYTE(BodyRule.class),
  TAKES_CONTROL_CHARACTERS(BodyRule.class),
  TAKES_CONTROL_CHARACTERS_IN_LISTS(BodyRule.class),
  SWALLOWS_STRAY_PROPERTIES_IN_LINES(BodyRule.class),
  TAKES_ANY_METHOD(FormRule.class),
  TAKES_ANY_MEDIA_TYPE(FormRule.class),
  TAKES_A_CODED_BODY_FOR_A_PLAIN_ONE(FormRule.class),
  TAKES_A_BODY_OF_NO_TYPE(FormRule.class),
  FAILS_ON_ODD_IDS(FormRule.class),
  NAMES_THE_METHODS_OF_OTHER_ADDRESSES(AddressRule.class),
  NAMES_NO_METHODS_WHEN_IT_REFUSES_ONE(AddressRule.class),
  TAKES_STRAY_PARAMETERS(StrictRule.class),
  TAKES_A_PARAMETER_TWICE(StrictRule.class),
  SPELLS_PARAMETERS_FREELY(StrictRule.class),
  TAKES_AN_EMPTY_PARAMETER(StrictRule.class),
  SPEAKS_ENGLISH_ONLY(LanguageRule.class),
  ANSWERS_IN_HTML(LanguageRule.class),
  TAKES_ANY_LIMIT(ListRule.class),
  TAKES_ANY_CURSOR(ListRule.class),
  TAKES_A_CURSOR_OF_ANOTHER_FILTER(ListRule.class),
  NEVER_HAS_A_SECOND_PAGE(ListRule.class),
  TAKES_ANY_LIMIT_OF_A_FEED(ListRule.class),
  ASKS_FOR_NO_VERSION(VersionRule.class),
  TAKES_ANY_FOR_A_VERSION(VersionRule.class),
  TAKES_A_STALE_VERSION(VersionRule.class),
  TAKES_A_VERSION_THAT_WAS(VersionRule.class),
  TAKES_ANY_RETRY_KEY(KeyRule.class),
  DOES_IT_AGAIN(RetryRule.class),
  DOES_IT_TWICE_AT_ONCE(RetryRule.class),
  IS_NEVER_DONE(RetryRule.class),
  TAKES_ANOTHER_BODY_FOR_THE_SAME_KEY(RetryRule.class),
  WRITES_WHAT_IT_REFUSES(SilenceRule.class),
  ANSWERS_ANOTHER_SHAPE(SuccessRule.class),
  REFUSES_ITS_OWN_EXAMPLE(SuccessRule.class),
  ANSWERS_A_STATUS_OF_ITS_OWN(SuccessRule.class),
  TELLS_A_HEADER_THAT_IT_DOES_NOT_DECLARE(SuccessRule.class),
  NAMES_NO_ROLES(DeclaredRule.class),
  DECLARES_NO_BODY(DeclaredRule.class),
  DECLARES_NO_PAGES(DeclaredRule.class),
  DECLARES_NO_LARGEST_PAGE(DeclaredRule.class),
  DECLARES_NO_RETRY_KEY(DeclaredRule.class),
  DECLARES_NO_RETRY_KEY_OF_AN_ACT(DeclaredRule.class),
  DECLARES_NO_VERSION_OF_AN_ACT(DeclaredRule.class),
  GIVES_AN_EXAMPLE_THAT_IS_NONE(DeclaredRule.class);

  private final Class<? extends Rule> noticed;

  Defect(Class<? extends Rule> noticed) {
    this.noticed = noticed;
  }

  /** Who must notice. */
  Class<? extends Rule> noticedBy() {
    return noticed;
  }
}
