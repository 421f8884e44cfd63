package vn.digitaltrust.gateway.trust;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * GW-18: every answer to a single check carries an {@code ETag} of what it found, apart from what
 * differs each time: the check's id, its time, and how far the journals were read. Who asks again
 * with {@code If-None-Match} gets 304 while the finding is the same.
 */
class AnswerTags {
  @ServerResponseFilter
  void tag(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(response.getEntity() instanceof Answer answer)
        || !request.getMethod().equals(HttpMethod.GET)) {
      return;
    }
    EntityTag tag = new EntityTag(finding(answer), true);
    response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
    if (request.getRequest().evaluatePreconditions(tag) != null) {
      response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
      response.setEntity(null);
    }
  }

  private static String finding(Answer answer) {
    String found =
        List.of(
                answer.verdict(),
                String.valueOf(answer.subject()),
                answer.restrictions(),
                answer.membership(),
                answer.trustMark())
            .toString();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(found.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
