package vn.digitaltrust.alliance.registry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Of the registry's answer whether one subject speaks for another just what is used here.
 *
 * @param standing {@code SPEAKS}, {@code NONE} or why not; unknown values let nobody speak
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RegistrySpeaking(String standing) {
  /** Whether the representative may act. */
  public boolean speaks() {
    return "SPEAKS".equals(standing);
  }

  /** Whether there is a record between the two at all. */
  public boolean known() {
    return !"NONE".equals(standing);
  }
}
