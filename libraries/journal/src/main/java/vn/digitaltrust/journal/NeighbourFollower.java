package vn.digitaltrust.journal;

import java.net.URI;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Follows the journal of one neighbour for as long as the service takes requests, and shows how far
 * it is known. A subclass is a singleton and a readiness check, and names the neighbour.
 */
public abstract class NeighbourFollower extends WhileServing implements HealthCheck {
  private final String name;
  private final JournalSource source;
  private final FollowerPosition position;
  private final Handler handler;
  private final Clock clock;
  private final Follower follower;

  /**
   * Follows nothing yet.
   *
   * @param name of the neighbour, as its paths and this follower's place name it: {@code registry}
   * @param origin where the neighbour is, without a path
   * @param enabled whether to follow at all
   */
  protected NeighbourFollower(
      String name,
      URI origin,
      AccessToken token,
      FollowerPosition position,
      Handler handler,
      Clock clock,
      boolean enabled) {
    this.name = name;
    this.source = JournalSource.of(name, origin, token);
    this.position = position;
    this.handler = handler;
    this.clock = clock;
    this.follower = enabled ? follow() : null;
  }

  /** A follower of its own in the same place of the journal, not yet started. */
  public final Follower follow() {
    return Follower.of(name, source, position, handler, clock);
  }

  @Override
  protected final void start() {
    if (follower != null) {
      follower.start();
    }
  }

  @Override
  protected final void stop() {
    if (follower != null) {
      follower.close();
    }
  }

  /** Always up: without its neighbour a service still answers from what it knows. */
  @Override
  public final HealthCheckResponse call() {
    HealthCheckResponseBuilder health = HealthCheckResponse.named("follows " + name).up();
    if (follower != null) {
      health.withData("position", follower.position().number());
      health.withData("ageMillis", follower.age().toMillis());
    }
    return health.build();
  }
}
