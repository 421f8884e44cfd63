package vn.digitaltrust.alliance.certificate;

import io.smallrye.config.ConfigMapping;
import java.time.Period;
import java.util.Map;

/** ALL-32, ALL-36: what this project chose because no official values are public. */
@ConfigMapping(prefix = "alliance.trust")
interface TrustConfig {
  /** Weight of each pillar in percent; together 100. */
  Weights weights();

  /** Least total that passes, 0 to 100. */
  int passMark();

  /** Name of each grade by the least total it needs; the lowest begins at the pass mark. */
  Map<Integer, String> bands();

  /** How far ahead a certificate may begin. */
  Period ahead();

  interface Weights {
    int transparency();

    int ethics();

    int engagement();

    int brandFit();

    int compliance();
  }
}
