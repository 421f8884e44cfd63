package vn.digitaltrust.alliance.conduct;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A code of conduct.
 *
 * @param version such as {@code 1.0}; members accept a version, not "the code"
 * @param validFrom first day on which it is in force
 * @param validUntil last day, or null while no successor is set
 * @param title in both languages
 * @param text in both languages; lines end with a line feed
 * @param origin who wrote it and what it is worth
 */
@Schema(name = "AllianceCodeOfConduct")
public record CodeOfConduct(
    @Schema(examples = "1.0") String version,
    @Schema(examples = "2026-01-01") LocalDate validFrom,
    @Schema(nullable = true) LocalDate validUntil,
    Wording title,
    Wording text,
    String origin) {

  /**
   * The same in both languages of the alliance.
   *
   * @param vi Vietnamese, which rules
   * @param en English
   */
  @Schema(name = "AllianceWording")
  public record Wording(String vi, String en) {}
}
