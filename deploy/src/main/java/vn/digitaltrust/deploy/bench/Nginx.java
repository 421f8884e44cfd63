package vn.digitaltrust.deploy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vn.digitaltrust.deploy.suite.Processes;

/**
 * nginx as a yardstick for passing on: one worker per processor, connections to the service kept
 * open, a line in its log per request. Nothing of the machine's own nginx is used but the program.
 */
final class Nginx {
  private static final String CONFIGURATION =
      """
      daemon off;
      worker_processes %1$d;
      pid nginx.pid;
      error_log error.log;
      events { worker_connections 1024; }
      http {
        access_log access.log;
        client_body_temp_path body;
        proxy_temp_path proxy;
        fastcgi_temp_path fastcgi;
        uwsgi_temp_path uwsgi;
        scgi_temp_path scgi;
        keepalive_requests 1000000;
        upstream service { server 127.0.0.1:%2$d; keepalive 128; keepalive_requests 1000000; }
        server {
          listen 127.0.0.1:%3$d;
          location / {
            proxy_pass http://service;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header Host $host;
            proxy_set_header X-Forwarded-For $remote_addr;
            proxy_set_header X-Forwarded-Proto $scheme;
            proxy_set_header X-Request-Id $request_id;
          }
        }
      }
      """;

  private Nginx() {}

  /** Where nginx is on this machine, if it is. */
  static Optional<String> program() {
    return Processes.onPath("nginx")
        .or(() -> Optional.of("/usr/sbin/nginx").filter(it -> Files.isExecutable(Path.of(it))));
  }

  /** Starts nginx in a folder of its own, to listen on one port and pass on to another. */
  static Process start(String program, Path folder, int port, int service) throws IOException {
    Path configuration = folder.resolve("nginx.conf");
    Files.writeString(
        configuration,
        CONFIGURATION.formatted(Runtime.getRuntime().availableProcessors(), service, port));
    return new ProcessBuilder(
            program, "-p", folder.toString(), "-c", configuration.toString(), "-e", "error.log")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("nginx.out").toFile())
        .start();
  }
}
