package vn.digitaltrust.gateway.limits;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Map;

/** How much clients may ask for; values and reasons stand in application.properties. */
@ConfigMapping(prefix = "limits")
interface LimitsConfig {
  /** The plans by name. */
  Map<String, Plan> plans();

  /** The plan of every client that has none of its own. */
  String defaultPlan();

  /** Clients that have a plan of their own, by the client id of their tokens. */
  Map<String, String> clients();

  /** How many clients are counted at most; those seen longest ago are forgotten first. */
  long mostClients();

  /** What a client may ask for: so much at once, and as much in every window. */
  interface Plan {
    /** LIMIT-1: the requests of a window. */
    long requests();

    /** LIMIT-1, LIMIT-4: the trust checks of a window. */
    long checks();

    /** LIMIT-1: how long a window is. */
    Duration window();
  }
}
