package vn.digitaltrust.gateway.limits;

/** LIMIT-1: what a plan limits. */
enum Unit {
  /** Requests of any kind, each one whatever it asks for. */
  REQUESTS("", "requests"),

  /** LIMIT-4: single questions to the trust index, of which a batch asks many. */
  CHECKS("-checks", "checks");

  private final String suffix;
  private final String word;

  Unit(String suffix, String word) {
    this.suffix = suffix;
    this.word = word;
  }

  /** What a client may ask for of this, at once and in every window. */
  long quota(LimitsConfig.Plan plan) {
    return this == REQUESTS ? plan.requests() : plan.checks();
  }

  /** How metrics name it. */
  String word() {
    return word;
  }

  /** How {@code RateLimit} names the limit of a plan. */
  String limit(String plan) {
    return '"' + plan + suffix + '"';
  }

  /** LIMIT-2: what {@code RateLimit-Policy} says of a plan. Requests are the draft's own unit. */
  String policy(String name, LimitsConfig.Plan plan) {
    String unit = this == REQUESTS ? "" : ";qu=\"" + word + '"';
    return limit(name) + ";q=" + quota(plan) + unit + ";w=" + plan.window().toSeconds();
  }
}
