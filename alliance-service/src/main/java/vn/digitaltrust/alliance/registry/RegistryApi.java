package vn.digitaltrust.alliance.registry;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The one request that this service makes to the registry. */
@Path("/registry/v1/subjects")
@RegisterRestClient(configKey = "registry")
interface RegistryApi {
  @GET
  @Path("{id}")
  RegistrySubject subject(
      @HeaderParam("Authorization") String authorization, @PathParam("id") UUID id);
}
