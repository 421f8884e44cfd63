package vn.digitaltrust.gateway.trust;

import jakarta.ws.rs.QueryParam;

/** What is asked about a subject; what is absent was not asked. */
public class AskedQuery {
  /** On which platform; with a handle or an id it says where the account is. */
  @QueryParam("platform")
  public String platform;

  /** PERFORM, APPEAR, ADVERTISE or LIVESTREAM_SELL. */
  @QueryParam("activity")
  public String activity;

  /** ONLINE, TELEVISION, RADIO, PRINT, STAGE or OUTDOOR. */
  @QueryParam("media")
  public String media;

  /** A province-level unit: 79 or 2025:79. */
  @QueryParam("territory")
  public String territory;

  /** What is advertised or sold. */
  @QueryParam("productCategory")
  public String productCategory;

  /** An instant from now up to one year ahead. */
  @QueryParam("at")
  public String at;

  CheckRequest request(String registrationNumber) {
    return new CheckRequest(
        platform,
        null,
        null,
        null,
        registrationNumber,
        activity,
        media,
        territory,
        productCategory,
        at);
  }
}
