package vn.digitaltrust.gateway.proxy;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How requests are passed on; the values and their reasons stand in application.properties. */
@ConfigMapping(prefix = "proxy")
interface ProxyConfig {
  /** PROXY-5: how long neither direction may move. */
  Duration timeout();

  /** How long it may take to get a connection to a service. */
  Duration connectTimeout();

  /** Connections per service; a long-poll holds one. */
  int connections();

  /** Requests per service that may wait for a connection. */
  int waiting();

  /** PROXY-6: the largest body. */
  MemorySize maxBody();

  /** PROXY-6: the largest body that is a stream of lines. */
  MemorySize maxStream();
}
