package vn.digitaltrust.journal;

import jakarta.ws.rs.BadRequestException;

/** A question to a journal names something that cannot be. */
public final class ParameterOutOfBounds extends BadRequestException {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final transient Bounds bounds;

  /**
   * What a number must keep to, both ends included.
   *
   * @param most {@link Long#MAX_VALUE} where there is no upper end
   */
  public record Bounds(long least, long most) {
    /** Whether there is no upper end. */
    public boolean isOpen() {
      return most == Long.MAX_VALUE;
    }
  }

  /**
   * Refuses a parameter.
   *
   * @param bounds of a number; null for a hash, which is 64 lower-case hexadecimal digits
   */
  ParameterOutOfBounds(String name, Bounds bounds) {
    super(name + " must be " + (bounds == null ? "64 lower-case hexadecimal digits" : bounds));
    this.name = name;
    this.bounds = bounds;
  }

  /** The name of the parameter. */
  public String name() {
    return name;
  }

  /** What the number must keep to; null where a hash was asked for. */
  public Bounds bounds() {
    return bounds;
  }
}
