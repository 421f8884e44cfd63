package vn.digitaltrust.alliance.registry;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The requests that this service makes to the registry. */
@Path("/registry/v1/subjects")
@RegisterRestClient(configKey = "registry")
interface RegistryApi {
  @GET
  @Path("{id}")
  RegistrySubject subject(
      @HeaderParam("Authorization") String authorization, @PathParam("id") UUID id);

  @GET
  @Path("{id}/speaking")
  RegistrySpeaking speaking(
      @HeaderParam("Authorization") String authorization,
      @PathParam("id") UUID id,
      @QueryParam("representative") UUID representative,
      @QueryParam("purpose") String purpose);
}
