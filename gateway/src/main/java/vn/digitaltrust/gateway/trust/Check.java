package vn.digitaltrust.gateway.trust;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import vn.digitaltrust.gateway.door.Refusal;
import vn.digitaltrust.verdict.Question;
import vn.digitaltrust.verdict.Values;
import vn.digitaltrust.vocabulary.Provinces;
import vn.digitaltrust.vocabulary.Refused;
import vn.digitaltrust.vocabulary.RegistrationNumber;
import vn.digitaltrust.vocabulary.VietnamTime;
import vn.digitaltrust.vocabulary.account.Account;
import vn.digitaltrust.vocabulary.account.AddressRefused;
import vn.digitaltrust.vocabulary.account.Platform;

/**
 * A trust check that can be made: who is meant, by account or by number, and what is asked.
 *
 * @param account null when a number is given
 * @param registrationNumber null when an account is given
 */
record Check(Account account, String registrationNumber, Question question) {
  /** GW-8: a caller's clock may be this far behind; it is then answered for now. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

  private static final int LONGEST_QUOTE = 80;

  /**
   * Reads a request.
   *
   * @throws Refusal naming the first field that is wrong
   */
  static Check of(CheckRequest request, Instant now) {
    int forms =
        one(request.handle())
            + one(request.id())
            + one(request.url())
            + one(request.registrationNumber());
    if (forms != 1) {
      throw Refusal.invalid(form(request), "check.one-form");
    }
    Platform platform = platform(request.platform());
    Account account = null;
    String number = null;
    if (request.registrationNumber() != null) {
      number = number(request.registrationNumber());
    } else {
      account = account(request, platform);
      if (platform != null && platform != account.platform()) {
        throw Refusal.invalid("platform", "account.platform-differs", account.platform());
      }
      platform = account.platform();
    }
    return new Check(account, number, question(request, platform, now));
  }

  /**
   * Reads what is asked, whomever it is about.
   *
   * @param platform on which platform, or null when that is not asked
   * @throws Refusal naming the first field that is wrong
   */
  static Question question(CheckRequest request, Platform platform, Instant now) {
    return new Question(
        known("activity", request.activity(), Values.ACTIVITIES),
        platform == null ? null : platform.name(),
        known("media", request.media(), Values.MEDIA),
        territory(request.territory()),
        known("productCategory", request.productCategory(), Values.PRODUCT_CATEGORIES),
        at(request.at(), now));
  }

  /** GW-8: this check, for an instant that is not over. */
  Check notBefore(Instant now) {
    return question.at().isBefore(now)
        ? new Check(account, registrationNumber, question.at(now))
        : this;
  }

  private static int one(String form) {
    return form == null ? 0 : 1;
  }

  private static String form(CheckRequest request) {
    return request.handle() != null ? "handle" : request.id() != null ? "id" : "url";
  }

  private static String number(String text) {
    try {
      return RegistrationNumber.require(text);
    } catch (Refused none) {
      throw Refusal.invalid("registrationNumber", none);
    }
  }

  private static Account account(CheckRequest request, Platform platform) {
    if (request.url() == null && platform == null) {
      throw Refusal.invalid("platform", "account.platform-needed");
    }
    try {
      if (request.url() != null) {
        return Account.ofUrl(request.url());
      }
      return request.handle() != null
          ? Account.ofHandle(platform, request.handle())
          : Account.ofId(platform, request.id());
    } catch (AddressRefused none) {
      throw Refusal.invalid(form(request), none);
    }
  }

  private static Platform platform(String name) {
    return name == null ? null : Platform.valueOf(known("platform", name, Values.PLATFORMS));
  }

  private static String known(String field, String value, Set<String> values) {
    if (value != null && !values.contains(value)) {
      throw Refusal.invalid(
          field, "check.unknown-value", quoted(value), String.join(", ", new TreeSet<>(values)));
    }
    return value;
  }

  private static String territory(String code) {
    try {
      return code == null ? null : Provinces.require(code);
    } catch (Refused none) {
      throw Refusal.invalid("territory", none);
    }
  }

  private static Instant at(String text, Instant now) {
    if (text == null) {
      return now;
    }
    Instant at;
    try {
      at = VietnamTime.instant(text);
    } catch (Refused none) {
      throw Refusal.invalid("at", none);
    }
    if (at.isBefore(now.minus(CLOCK_TOLERANCE))) {
      throw Refusal.invalid("at", "check.past");
    }
    if (at.isAfter(now.atOffset(ZoneOffset.UTC).plusYears(1).toInstant())) {
      throw Refusal.invalid("at", "check.far");
    }
    return at.isBefore(now) ? now : at;
  }

  /** What the caller said, to be repeated in a refusal; not at any length. */
  private static String quoted(String value) {
    return value.length() <= LONGEST_QUOTE ? value : value.substring(0, LONGEST_QUOTE) + "…";
  }
}
