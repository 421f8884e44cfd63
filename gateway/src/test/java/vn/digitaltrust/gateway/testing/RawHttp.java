package vn.digitaltrust.gateway.testing;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import vn.digitaltrust.journal.testing.Tokens;

/** Says to the gateway, byte for byte, what well-behaved clients would not. */
public final class RawHttp {
  private RawHttp() {}

  /** A GET with a valid token and these further header lines, each ended by CRLF. */
  public static String exchange(String target, String headers) {
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
  public static String send(String bytes) {
    try (Socket socket = open()) {
      write(socket, bytes);
      return rest(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A connection to the gateway. */
  public static Socket open() throws IOException {
    int port = RestAssured.port > 0 ? RestAssured.port : URI.create(RestAssured.baseURI).getPort();
    Socket socket = new Socket("localhost", port);
    socket.setSoTimeout(15_000);
    return socket;
  }

  /** Sends these characters as bytes. */
  public static void write(Socket socket, String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** The head of the only answer that is on its way, whose body is read as well. */
  public static String answer(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    StringBuilder head = new StringBuilder();
    int length = 0;
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      head.append(line).append("\r\n");
      if (line.toLowerCase().startsWith("content-length: ")) {
        length = Integer.parseInt(line.substring("content-length: ".length()));
      }
    }
    for (int i = 0; i < length; i++) {
      in.read();
    }
    return head.toString();
  }

  /** All that comes until the gateway ends the connection; fails when it does not. */
  public static String rest(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Writes this again and again until the gateway has ended the connection. */
  public static void drip(Socket socket, String bytes, long everyMillis)
      throws InterruptedException {
    long end = System.nanoTime() + 15_000_000_000L;
    try {
      while (System.nanoTime() < end) {
        write(socket, bytes);
        Thread.sleep(everyMillis);
      }
      throw new AssertionError("the connection lives on");
    } catch (SocketException ended) {
      // as it must
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
