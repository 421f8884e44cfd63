package vn.digitaltrust.sanctions.registry;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The one request that this service makes to its neighbour. */
@Path("/registry/v1/subjects")
@RegisterRestClient(configKey = "registry")
@OidcClientFilter
interface RegistryApi {
  @GET
  @Path("{id}")
  RegistrySubject subject(@PathParam("id") UUID id);
}
