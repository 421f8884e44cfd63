package vn.digitaltrust.gateway.document;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.OAuthFlow;

/** DOC-5: where people sign in is known only when the gateway starts. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class LoginAddress implements OASFilter {
  @Override
  public void filterOpenAPI(OpenAPI document) {
    String realm = ConfigProvider.getConfig().getValue("document.login-url", String.class);
    OAuthFlow flow =
        document
            .getComponents()
            .getSecuritySchemes()
            .get("login")
            .getFlows()
            .getAuthorizationCode();
    flow.setAuthorizationUrl(realm + "/protocol/openid-connect/auth");
    flow.setTokenUrl(realm + "/protocol/openid-connect/token");
  }
}
