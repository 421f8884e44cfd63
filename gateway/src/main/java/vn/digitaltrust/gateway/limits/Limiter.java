package vn.digitaltrust.gateway.limits;

import io.vertx.core.Future;

/**
 * Counts what a client asks for. The answer may come later, so that counters shared by several
 * gateways can stand behind it.
 */
interface Limiter {
  /**
   * Takes an amount off what a client has left, all of it or nothing.
   *
   * @param key the client
   * @param plan what it may
   * @param unit of what
   * @param amount how much, from 1 to the plan's quota
   */
  Future<Left> take(String key, LimitsConfig.Plan plan, Unit unit, long amount);

  /**
   * Takes as much of an amount as a client has left, perhaps nothing.
   *
   * @param key the client
   * @param plan what it may
   * @param unit of what
   * @param most how much at most, from 1
   */
  Future<Left> takeUpTo(String key, LimitsConfig.Plan plan, Unit unit, long most);

  /**
   * What a client has left.
   *
   * @param granted how much was taken
   * @param left how much more may be taken at once
   * @param seconds LIMIT-5: how long to wait: when all was granted and something is left, until all
   *     that the plan allows is there again; when nothing was granted, until what was asked for
   *     would be; else, until one more would be
   */
  record Left(long granted, long left, long seconds) {}
}
