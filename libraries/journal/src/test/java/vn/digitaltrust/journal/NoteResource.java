package vn.digitaltrust.journal;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What a service makes of the library, as small as can be. */
@Path("notes")
@RolesAllowed("registrar")
class NoteResource {
  /** Work that says "hold" waits for a permit, and says that it has begun. */
  static final Semaphore RELEASE = new Semaphore(0);

  static final BlockingQueue<String> BEGUN = new LinkedBlockingQueue<>();

  /** Before what work something was asked. */
  static final Queue<String> ASKED = new ConcurrentLinkedQueue<>();

  @Inject NoteDesk desk;
  @Inject RetryKeys retryKeys;
  @Inject AccessLog accessLog;

  record Request(String text, String comment) {}

  @POST
  public Response post(Request request) {
    return retryKeys.once(
        request,
        () -> ASKED.add(request.text()),
        asked -> work(request),
        id -> Response.status(201).entity(new Note.View(id, desk.read(id))).build());
  }

  private UUID work(Request request) {
    UUID id = desk.write(request.text());
    if (request.text().startsWith("fail")) {
      throw new IllegalArgumentException("as asked");
    }
    if (request.text().startsWith("hold")) {
      BEGUN.add(request.text());
      try {
        if (!RELEASE.tryAcquire(60, TimeUnit.SECONDS)) {
          throw new IllegalStateException("never released");
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return id;
  }

  @GET
  @Path("{id}")
  public Note.View read(@PathParam("id") UUID id) {
    accessLog.read("note", id);
    return new Note.View(id, desk.read(id));
  }

  /** Takes a worker thread, as every blocking method does. */
  @GET
  @Path("thread")
  @PermitAll
  public String thread() {
    return Thread.currentThread().getName();
  }
}
