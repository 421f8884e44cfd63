package vn.digitaltrust.gateway.trust;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One trust check: who is meant, in exactly one form, and what for.
 *
 * @param platform with {@code handle} or {@code id} where the account is; with a registration
 *     number, which platform is asked about
 * @param at an instant from now up to one year ahead; now when absent
 */
@Schema(name = "GatewayCheckRequest")
record CheckRequest(
    @Schema(nullable = true, examples = "TIKTOK") String platform,
    @Schema(nullable = true, examples = "hu.cau.linh") String handle,
    @Schema(nullable = true) String id,
    @Schema(nullable = true) String url,
    @Schema(nullable = true) String registrationNumber,
    @Schema(nullable = true, examples = "LIVESTREAM_SELL") String activity,
    @Schema(nullable = true, examples = "ONLINE") String media,
    @Schema(nullable = true, examples = "2025:79") String territory,
    @Schema(nullable = true, examples = "COSMETICS") String productCategory,
    @Schema(nullable = true, examples = "2027-02-06T12:00:00Z") String at) {}
