package vn.digitaltrust.gateway.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * All filters of the gateway in the order in which a request meets them. The framework has two of
 * its own: authentication (200), after which tokens can be verified, and authorisation (100). After
 * all filters come the framework's limit of bodies and the resources.
 */
public enum FilterOrder {
  /** Around all others, so that the time in the log is that of the whole exchange. */
  ACCESS_LOG(1_200),
  /** Inside the access log and around all that may refuse. */
  TRACES(1_150),
  /** Before the first refusal, which carries these headers too. */
  SAFE_ANSWERS(1_100),
  /** Before the first refusal, so that a page of another origin can read it. */
  CORS_HEADERS(1_050),
  /** Gives the request its id, and refuses what needs no token to be refused. */
  ENTRANCE(1_000),
  /** Before authentication, because a preflight carries no token. */
  CORS_PREFLIGHT(900),
  /** Before authentication, which a check with a remembered token does not need. */
  CHECKS_WITH_KNOWN_TOKENS(890),
  /** The first after authentication: what is done for a request is done after it was counted. */
  REQUEST_LIMIT(60),
  /** Before the limits of the gateway's own bodies, which are smaller than those passed on. */
  PROXY(50),
  /** After the services had theirs: of what the gateway answers itself. */
  OPTIONS(48),
  /** All checks of which the token had to be verified first. */
  CHECKS(46),
  /** Before the limit of bodies that are held in memory: lines are answered while they come in. */
  BATCHES_OF_LINES(45),
  /** Before the framework's own limit of bodies, which answers without words. */
  BODY_LIMIT(40),
  /** After all that may refuse: it only corrects the head of the answer with the document. */
  DOCUMENT(30);

  private final int priority;

  FilterOrder(int priority) {
    this.priority = priority;
  }

  /** Where it stands for the framework: higher comes first. */
  int priority() {
    return priority;
  }

  /** Puts a filter at this place. */
  public void register(Filters filters, Handler<RoutingContext> filter) {
    filters.register(filter, priority);
  }
}
