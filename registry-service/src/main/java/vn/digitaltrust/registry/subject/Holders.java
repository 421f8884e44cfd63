package vn.digitaltrust.registry.subject;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.digitaltrust.door.Caller;
import vn.digitaltrust.vocabulary.Roles;

/** Who has to clear an erasure, and so is told that it is asked for (REG-82, REG-95). */
@ApplicationScoped
public class Holders {
  private final HoldersConfig config;
  private final Caller caller;

  Holders(HoldersConfig config, Caller caller) {
    this.config = config;
    this.caller = caller;
  }

  /** The names of all that are configured. */
  public Set<String> names() {
    return config.holders().keySet();
  }

  /** The holder whose own client calls, as a service; empty for everybody else. */
  public Optional<String> calling() {
    if (!caller.is(Roles.SERVICE)) {
      return Optional.empty();
    }
    return config.holders().entrySet().stream()
        .filter(holder -> caller.client().filter(holder.getValue()::equals).isPresent())
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
