package vn.digitaltrust.gateway.trust;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One trust check: who is meant, in exactly one form, and what for.
 *
 * @param platform with {@code handle} or {@code id} where the account is; with a registration
 *     number, which platform is asked about
 * @param at an instant from now up to one year ahead; now when absent
 */
@Schema(
    name = "GatewayCheckRequest",
    description =
        "Who is meant, in exactly one form: handle or id with platform, or url, or"
            + " registrationNumber; and what for. What is absent is not asked, and what is not"
            + " asked is covered by every scope.")
record CheckRequest(
    @Schema(
            enumeration = {
              "TIKTOK",
              "YOUTUBE",
              "FACEBOOK",
              "INSTAGRAM",
              "THREADS",
              "X",
              "ZALO_OA",
              "OTHER"
            },
            examples = "TIKTOK")
        String platform,
    @Schema(nullable = true, examples = "hu.cau.linh") String handle,
    @Schema(nullable = true, description = "The platform's own id of the account") String id,
    @Schema(nullable = true, description = "The https address of the account's page") String url,
    @Schema(nullable = true, examples = "KOL-100000011") String registrationNumber,
    @Schema(
            enumeration = {"PERFORM", "APPEAR", "ADVERTISE", "LIVESTREAM_SELL"},
            examples = "LIVESTREAM_SELL")
        String activity,
    @Schema(
            enumeration = {"ONLINE", "TELEVISION", "RADIO", "PRINT", "STAGE", "OUTDOOR"},
            examples = "ONLINE")
        String media,
    @Schema(
            nullable = true,
            description = "A province-level unit with its list",
            examples = "2025:79")
        String territory,
    @Schema(
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
            },
            examples = "COSMETICS")
        String productCategory,
    @Schema(nullable = true, format = "date-time", examples = "2027-02-06T12:00:00Z") String at) {

  /** This request; what it does not ask is asked as in the other. */
  CheckRequest or(CheckRequest common) {
    return new CheckRequest(
        platform,
        handle,
        id,
        url,
        registrationNumber,
        activity == null ? common.activity : activity,
        media == null ? common.media : media,
        territory == null ? common.territory : territory,
        productCategory == null ? common.productCategory : productCategory,
        at == null ? common.at : at);
  }
}
