package vn.digitaltrust.gateway.trust;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * What is asked about a subject, for the API document; {@link Queries} reads it. What is absent was
 * not asked.
 */
public class AskedQuery {
  /** On which platform; with a handle or an id it says where the account is. */
  @Parameter(
      description = "On which platform; with handle or id it says where the account is",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {
                "TIKTOK",
                "YOUTUBE",
                "FACEBOOK",
                "INSTAGRAM",
                "THREADS",
                "X",
                "ZALO_OA",
                "OTHER"
              }),
      example = "TIKTOK")
  @QueryParam("platform")
  public String platform;

  /** PERFORM, APPEAR, ADVERTISE or LIVESTREAM_SELL. */
  @Parameter(
      description = "What they would do; when absent, whatever is restricted counts",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"PERFORM", "APPEAR", "ADVERTISE", "LIVESTREAM_SELL"}),
      example = "LIVESTREAM_SELL")
  @QueryParam("activity")
  public String activity;

  /** ONLINE, TELEVISION, RADIO, PRINT, STAGE or OUTDOOR. */
  @Parameter(
      description = "Where it would be seen",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"ONLINE", "TELEVISION", "RADIO", "PRINT", "STAGE", "OUTDOOR"}))
  @QueryParam("media")
  public String media;

  /** A province-level unit with its list, such as 2025:79. */
  @Parameter(
      description = "A province-level unit with its list: 2025:79",
      schema = @Schema(type = SchemaType.STRING, pattern = "^2025:[0-9]{2}$"),
      example = "2025:79")
  @QueryParam("territory")
  public String territory;

  /** What is advertised or sold. */
  @Parameter(
      description = "What is advertised or sold",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {
                "FOOD",
                "HEALTH_FOOD",
                "COSMETICS",
                "MEDICINE",
                "FINANCE",
                "REAL_ESTATE",
                "EDUCATION",
                "FASHION",
                "TRAVEL",
                "GAMES",
                "OTHER"
              }))
  @QueryParam("productCategory")
  public String productCategory;

  /** An instant from now up to one year ahead. */
  @Parameter(
      description =
          "An instant from now up to one year ahead; now when absent. Write the + of an offset as"
              + " %2B",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @QueryParam("at")
  public String at;
}
