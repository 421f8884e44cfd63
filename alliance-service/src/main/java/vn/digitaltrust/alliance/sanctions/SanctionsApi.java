package vn.digitaltrust.alliance.sanctions;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The one request that this service makes to sanctions. */
@Path("/sanctions/v1/subjects")
@RegisterRestClient(configKey = "sanctions")
interface SanctionsApi {
  @GET
  @Path("{id}/measures")
  JsonNode measures(
      @HeaderParam("Authorization") String authorization,
      @PathParam("id") UUID subject,
      @QueryParam("limit") int limit,
      @QueryParam("cursor") String cursor);
}
