package vn.digitaltrust.gateway.document;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.info.Contact;
import org.eclipse.microprofile.openapi.models.security.OAuthFlow;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** DOC-5: where people sign in and write to is known only when the gateway starts. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class LoginAddress implements OASFilter {
  @Override
  public void filterOpenAPI(OpenAPI document) {
    String realm = ConfigProvider.getConfig().getValue("document.login-url", String.class);
    Map<String, SecurityScheme> schemes = document.getComponents().getSecuritySchemes();
    String token = realm + "/protocol/openid-connect/token";
    OAuthFlow people = schemes.get("login").getFlows().getAuthorizationCode();
    people.setAuthorizationUrl(realm + "/protocol/openid-connect/auth");
    people.setTokenUrl(token);
    contact(document.getInfo().getContact());
    schemes.get("client").getFlows().getClientCredentials().setTokenUrl(token);
  }

  private static void contact(Contact shown) {
    ConfigProvider.getConfig()
        .getOptionalValue(SecurityContact.SETTING, String.class)
        .ifPresent(
            address -> {
              if (address.startsWith("mailto:")) {
                shown.setEmail(address.substring("mailto:".length()));
              } else {
                shown.setUrl(address);
              }
            });
  }
}
