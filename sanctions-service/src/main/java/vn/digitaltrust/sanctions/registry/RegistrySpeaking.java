package vn.digitaltrust.sanctions.registry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;

/**
 * Of the registry's answer whether one subject speaks for another just what is used here.
 *
 * @param representative as the record names it
 * @param standing {@code SPEAKS}, {@code NONE} or why not; unknown values let nobody speak
 * @param guardians the other guardians, who have to agree to what gives something up
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RegistrySpeaking(UUID representative, String standing, List<UUID> guardians) {
  /** Whether the representative may act. */
  public boolean speaks() {
    return "SPEAKS".equals(standing);
  }

  /** Whether there is a record between the two at all. */
  public boolean known() {
    return !"NONE".equals(standing);
  }
}
