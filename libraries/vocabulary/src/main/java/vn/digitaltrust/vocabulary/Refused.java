package vn.digitaltrust.vocabulary;

/**
 * What was given is none of the words of this library. Which fault it is stands in the key of a
 * text, so that whoever reads the word, a service or the gateway, refuses it in the same words
 * (VOC-14): the texts lie in the bundles {@code door} of the library of that name.
 *
 * <p>It has no stack trace, since callers send such words by the thousand.
 */
public class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient Object[] arguments;

  /**
   * A fault.
   *
   * @param key the key of its text
   * @param arguments what the text is filled in with
   */
  public Refused(String key, Object... arguments) {
    super(key, null, false, false);
    this.key = key;
    this.arguments = arguments;
  }

  /** The key of the text that names the fault. */
  public final String key() {
    return key;
  }

  /** What the text is filled in with. */
  public final Object[] arguments() {
    return arguments.clone();
  }
}
