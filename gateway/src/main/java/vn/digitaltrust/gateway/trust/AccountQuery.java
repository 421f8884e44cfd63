package vn.digitaltrust.gateway.trust;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query of a check by account, for the API document; {@link Queries} reads it. */
public class AccountQuery extends AskedQuery {
  /** The account's handle, with its platform. */
  @Parameter(description = "The account's handle, with platform", example = "hu.cau.linh")
  @QueryParam("handle")
  public String handle;

  /** The platform's own id of the account, with its platform. */
  @Parameter(description = "The platform's own id of the account, with platform")
  @QueryParam("id")
  public String id;

  /** The address of the account's page. */
  @Parameter(description = "The https address of the account's page")
  @QueryParam("url")
  public String url;
}
