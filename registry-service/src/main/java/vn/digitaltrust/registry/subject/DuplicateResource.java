package vn.digitaltrust.registry.subject;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.vocabulary.Roles;

/** Duplicate candidates over HTTP. */
@Path("duplicates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subjects", description = "Everybody that decisions and memberships speak of")
class DuplicateResource {
  private final Duplicates duplicates;

  DuplicateResource(Duplicates duplicates) {
    this.duplicates = duplicates;
  }

  @GET
  @RolesAllowed({Roles.REGISTRAR, Roles.AUDITOR})
  @Operation(
      operationId = "registryListDuplicates",
      summary = "List subjects that may be one person",
      description =
          "They have one personal ID number. Merge the two, or correct the number of one; then the"
              + " candidate is gone.")
  public Page<Duplicates.Duplicate> list(
      @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
    return duplicates.list(cursor, limit);
  }
}
