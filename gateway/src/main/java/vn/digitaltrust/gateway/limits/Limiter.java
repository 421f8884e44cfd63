package vn.digitaltrust.gateway.limits;

import io.vertx.core.Future;

/**
 * Counts what a client asks for. The answer may come later, so that counters shared by several
 * gateways can stand behind it.
 */
interface Limiter {
  /**
   * Takes one request off what a client has left.
   *
   * @param key the client
   * @param plan what it may
   */
  Future<Left> take(String key, LimitsConfig.Plan plan);

  /**
   * What a client has left.
   *
   * @param granted whether this request may be made
   * @param requests how many more may be made at once
   * @param fullInSeconds until all that the plan allows may be made at once again
   * @param retryInSeconds until a request that was not granted would be; 0 when it was
   */
  record Left(boolean granted, long requests, long fullInSeconds, long retryInSeconds) {}
}
