package vn.digitaltrust.deploy.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import vn.digitaltrust.vocabulary.Provinces;

/**
 * Makes fictional KOLs. Number n of a seed is always the same person, however many are made, so a
 * larger set contains the smaller one.
 *
 * <p>No person, handle or name here is real: handles begin with {@code hu.cau.} ("fictional") and
 * stage names end in "(hư cấu)".
 */
final class SampleKols {
  /**
   * The highest seed: with it and ten million people a handle still fits TikTok's 24 characters.
   */
  static final int MAX_SEED = 999_999;

  private static final List<String> PLATFORMS = List.of("TIKTOK", "YOUTUBE", "FACEBOOK");
  private static final List<String> CATEGORIES =
      List.of(
          "ARTIST",
          "HOST",
          "COMEDIAN",
          "ONLINE_SELLER",
          "REVIEWER",
          "CONTENT_CREATOR",
          "EXPERT",
          "COMMUNITY_LEADER",
          "VIRTUAL_INFLUENCER");
  private static final List<String> METHODS =
      List.of("VNEID", "VNEID", "VNEID", "IN_PERSON", "DOCUMENT");
  private static final LocalDate OLDEST = LocalDate.of(1960, 1, 1);
  private static final int BIRTH_DAYS = 16_800; // to the end of 2005: nobody here needs a guardian

  private final int seed;
  private final List<String> provinces = List.copyOf(Provinces.now().keySet());

  /** The people of one seed, 0 to 999,999. */
  SampleKols(int seed) {
    if (seed < 0 || seed > MAX_SEED) {
      throw new IllegalArgumentException("A seed is 0 to %d.".formatted(MAX_SEED));
    }
    this.seed = seed;
  }

  /** Person number n, from 1. */
  SampleKol number(long n) {
    // The stride is odd and large, so neighbours share no stream.
    SplittableRandom random =
        new SplittableRandom(seed * 0x9E3779B97F4A7C15L + n * 0xD1B54A32D192ED03L);
    String method = FictionalNames.pick(METHODS, random);
    return new SampleKol(
        List.of(
            new SampleKol.Name("LEGAL", FictionalNames.legal(random)),
            new SampleKol.Name("STAGE", FictionalNames.stage(random, n))),
        random.nextInt(10) < 7 ? "KOL" : "KOC",
        FictionalNames.pick(CATEGORIES, random),
        FictionalNames.pick(provinces, random),
        OLDEST.plusDays(random.nextInt(BIRTH_DAYS)).toString(),
        accounts(n, random),
        true,
        new SampleKol.Verification(
            method,
            method.equals("VNEID") ? 2 : 1,
            "2026-0%d-%02dT03:00:00Z".formatted(1 + random.nextInt(9), 1 + random.nextInt(28))));
  }

  private List<SampleKol.Account> accounts(long n, SplittableRandom random) {
    List<SampleKol.Account> accounts = new ArrayList<>();
    int first = random.nextInt(PLATFORMS.size());
    int count = 1 + random.nextInt(PLATFORMS.size());
    for (int i = 0; i < count; i++) {
      accounts.add(new SampleKol.Account(PLATFORMS.get((first + i) % PLATFORMS.size()), handle(n)));
    }
    return List.copyOf(accounts);
  }

  /** The handle of person n on every platform they use. */
  String handle(long n) {
    return "hu.cau.s%dn%d".formatted(seed, n);
  }
}
