import org.openapitools.client.ApiClient;
import org.openapitools.client.api.TrustChecksApi;
import org.openapitools.client.model.GatewayTrustCheck;
import org.openapitools.client.model.Platform;

/** Makes a trust check with the generated Java client: the gateway's address, then a token. */
class Check {
  public static void main(String[] arguments) throws Exception {
    ApiClient client = new ApiClient();
    client.updateBaseUri(arguments[0]);
    client.setRequestInterceptor(
        request -> request.header("Authorization", "Bearer " + arguments[1]));
    GatewayTrustCheck check =
        new TrustChecksApi(client)
            .gatewayCheckAccount(
                null, null, "nobody.here", null, null, Platform.TIKTOK, null, null, null, null);
    System.out.println(check.getVerdict());
  }
}
