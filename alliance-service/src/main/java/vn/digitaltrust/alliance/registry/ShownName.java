package vn.digitaltrust.alliance.registry;

/**
 * What stands beside the id of a subject for those who are shown it (ALL-71).
 *
 * @param name the shown name, or null when none may be shown
 * @param number the registration number, or null without one
 */
public record ShownName(String name, String number) {
  /** Nothing is shown. */
  public static final ShownName NONE = new ShownName(null, null);

  /** What the document says of the number. */
  public static final String NUMBER =
      "The subject's registration number, for those who are shown its name; null or absent for"
          + " others, and without one";
}
