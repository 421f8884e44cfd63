package vn.digitaltrust.gateway.proxy;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How requests are passed on; the values and their reasons stand in application.properties. */
@ConfigMapping(prefix = "proxy")
interface ProxyConfig {
  /** PROXY-5: how long neither direction may move. */
  Duration timeout();

  /** PROXY-5: how long a body may take to come in. */
  Duration bodyTimeout();

  /** PROXY-5: how long an exchange may take, however much moves. */
  Duration longest();

  /** How long it may take to get a connection to a service. */
  Duration connectTimeout();

  /** PROXY-8: exchanges per service at the same time, long-polls aside. */
  int connections();

  /** PROXY-8: exchanges per service and client at the same time, fewer than those of all. */
  int connectionsPerClient();

  /** PROXY-8: long-polls per service at the same time. */
  int polls();

  /** PROXY-8: long-polls per service and client at the same time, fewer than those of all. */
  int pollsPerClient();

  /** PROXY-9: failures in a row after which a service counts as down. */
  int circuitFailures();

  /** PROXY-9: how long callers are turned away before the next try. */
  Duration circuitPause();

  /** PROXY-6: the largest body. */
  MemorySize maxBody();

  /** PROXY-6: the largest body that is a stream of lines. */
  MemorySize maxStream();
}
