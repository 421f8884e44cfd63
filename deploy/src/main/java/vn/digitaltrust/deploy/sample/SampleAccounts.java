package vn.digitaltrust.deploy.sample;

import java.util.List;
import java.util.stream.LongStream;

/** The accounts of fictional KOLs that were loaded. */
public final class SampleAccounts {
  private SampleAccounts() {}

  /** One account by its handle. */
  public record Named(String platform, String handle) {}

  /** The first account of each of the first so many people of a seed. */
  public static List<Named> first(int seed, int people) {
    SampleKols kols = new SampleKols(seed);
    return LongStream.rangeClosed(1, people)
        .mapToObj(n -> kols.number(n).accounts().get(0))
        .map(account -> new Named(account.platform(), account.handle()))
        .toList();
  }
}
