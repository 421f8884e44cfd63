package vn.digitaltrust.gateway.door;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** What may come through the door; values and reasons stand in application.properties. */
@ConfigMapping(prefix = "door")
interface DoorConfig {
  /** GATE-8: how many header lines a request may have. */
  int maxHeaders();

  /** GATE-8: how many bytes all header lines may have together. */
  long maxHeaderBytes();

  /** GATE-8: how long path and query may be together. */
  int maxTarget();

  /** GATE-9: the origins whose pages may call this API, such as {@code https://app.example}. */
  Optional<List<String>> corsOrigins();
}
