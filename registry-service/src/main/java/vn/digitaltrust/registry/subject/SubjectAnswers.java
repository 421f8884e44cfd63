package vn.digitaltrust.registry.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.function.Supplier;
import vn.digitaltrust.door.Etag;
import vn.digitaltrust.journal.RetryKeys;

/**
 * How the resources of subjects answer: with the subject as the caller may see it, and its ETag.
 */
@ApplicationScoped
class SubjectAnswers {
  private final SubjectReader reader;
  private final RetryKeys retryKeys;
  private final UriInfo uri;

  SubjectAnswers(SubjectReader reader, RetryKeys retryKeys, UriInfo uri) {
    this.reader = reader;
    this.retryKeys = retryKeys;
    this.uri = uri;
  }

  Response created(String path, Object request, Supplier<UUID> work) {
    return retryKeys.once(
        request,
        work,
        id ->
            with(
                Response.created(uri.getBaseUriBuilder().path(path).path(id.toString()).build()),
                reader.read(id)));
  }

  Response changed(Object request, Supplier<UUID> work) {
    return retryKeys.once(request, work, id -> read(reader.read(id)));
  }

  Response read(SubjectView view) {
    return with(Response.ok(), view);
  }

  private static Response with(Response.ResponseBuilder answer, SubjectView view) {
    return answer.header("ETag", Etag.of(view.version())).entity(view).build();
  }
}
