package vn.digitaltrust.gateway.proxy;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import vn.digitaltrust.journal.testing.Tokens;

/** Says to the gateway, byte for byte, what well-behaved clients would not. */
final class RawHttp {
  private RawHttp() {}

  /** A GET with a valid token and these further header lines, each ended by CRLF. */
  static String exchange(String target, String headers) {
    return send(
        "GET "
            + target
            + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + Tokens.as("platform")
            + "\r\nConnection: close\r\n"
            + headers
            + "\r\n");
  }

  /** Sends these characters as bytes and returns all that comes back until the end. */
  static String send(String bytes) {
    int port = RestAssured.port > 0 ? RestAssured.port : URI.create(RestAssured.baseURI).getPort();
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(15_000);
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
