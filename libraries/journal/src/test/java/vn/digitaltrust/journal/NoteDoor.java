package vn.digitaltrust.journal;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns the library's exceptions into answers, as the door of each service does. */
class NoteDoor {
  @ServerExceptionMapper
  public Response diverged(JournalDiverged e) {
    return Response.status(409).build();
  }

  @ServerExceptionMapper
  public Response reused(RetryKeyReused e) {
    return Response.status(422).build();
  }

  @ServerExceptionMapper
  public Response running(RetryStillRunning e) {
    return Response.status(409).build();
  }

  @ServerExceptionMapper
  public Response malformed(RetryKeyMalformed e) {
    return Response.status(400).build();
  }

  @ServerExceptionMapper
  public Response notGranted(NotGranted e) {
    return Response.status(403).entity(e.getMessage()).build();
  }

  @ServerExceptionMapper
  public Response busy(SnapshotsBusy e) {
    return Response.status(503)
        .header("Retry-After", SnapshotsBusy.RETRY_AFTER.toSeconds())
        .entity(e.getMessage())
        .build();
  }
}
