package vn.digitaltrust.gateway.page;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A file of a page, plain and coded once as small as it gets, when it is first asked for. */
final class PageFile {
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "png", "image/png");

  private final String mediaType;
  private final byte[] plain;
  private volatile byte[] coded;

  PageFile(String name, byte[] content) {
    this.mediaType = MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    this.plain = content.clone();
  }

  /** Sends it, coded for those who accept that. */
  void answer(RoutingContext exchange, String cacheControl) {
    HttpServerResponse response = exchange.response();
    response.putHeader(HttpHeaders.CONTENT_TYPE, mediaType);
    response.putHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
    if (acceptsGzip(exchange.request().getHeader(HttpHeaders.ACCEPT_ENCODING))) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip").end(Buffer.buffer(coded()));
    } else {
      response
          .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY)
          .end(Buffer.buffer(plain));
    }
  }

  private static boolean acceptsGzip(String accepted) {
    return accepted != null
        && accepted.contains("gzip")
        && !accepted.matches(".*gzip\\s*;\\s*q=0(\\.0*)?\\s*(,.*)?");
  }

  private byte[] coded() {
    if (coded == null) {
      ByteArrayOutputStream small = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip =
          new GZIPOutputStream(small) {
            {
              def.setLevel(Deflater.BEST_COMPRESSION);
            }
          }) {
        gzip.write(plain);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      coded = small.toByteArray();
    }
    return coded;
  }
}
