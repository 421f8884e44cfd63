package vn.digitaltrust.alliance.registry;

import vn.digitaltrust.door.Refusal;

/**
 * What a neighbour answered. It is asked before the transaction and looked at inside it, so that a
 * repeated request gets its first outcome even while the neighbour is away.
 *
 * @param <T> what was asked for
 */
public final class Answer<T> {
  private final T value;
  private final Refusal refusal;

  private Answer(T value, Refusal refusal) {
    this.value = value;
    this.refusal = refusal;
  }

  /** The neighbour told. */
  public static <T> Answer<T> of(T value) {
    return new Answer<>(value, null);
  }

  /** The neighbour did not tell, or not what is needed. */
  public static <T> Answer<T> refused(Refusal refusal) {
    return new Answer<>(null, refusal);
  }

  /**
   * What was told.
   *
   * @throws Refusal when there is nothing to go on with
   */
  public T get() {
    if (refusal != null) {
      throw refusal;
    }
    return value;
  }
}
