package vn.digitaltrust.vocabulary.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Accounts spelled in every way that their platform reads. */
class AccountSpellingsTest {

  /** How pages of each platform begin, on all of its hosts. */
  private static final Map<Platform, List<String>> PAGES =
      Map.of(
          Platform.TIKTOK,
          List.of("https://www.tiktok.com/@", "https://tiktok.com/@", "https://m.tiktok.com/%40"),
          Platform.YOUTUBE,
          List.of("https://www.youtube.com/@", "https://youtube.com/@", "https://m.youtube.com/@"),
          Platform.FACEBOOK,
          List.of("https://www.facebook.com/", "https://fb.com/", "https://vi-vn.facebook.com/"),
          Platform.INSTAGRAM,
          List.of("https://www.instagram.com/", "HTTPS://INSTAGRAM.com/"),
          Platform.THREADS,
          List.of("https://www.threads.com/@", "https://threads.net/@"),
          Platform.X,
          List.of("https://x.com/", "https://twitter.com/", "https://mobile.twitter.com/"),
          Platform.ZALO_OA,
          List.of("https://zalo.me/", "https://www.zalo.me/"),
          Platform.OTHER,
          List.of("https://", "https://www.", "HTTPS://WWW."));

  /** Names of the platforms' own pages that the letters below can spell. */
  private static final Set<String> OWN = Set.of("p", "i");

  /** A name that is nobody else's on its platform, in the letters by which it is compared. */
  record Name(Platform platform, String value) {}

  /** One way to write a name. */
  record Spelling(boolean asUrl, int page, boolean at, boolean upper, boolean slash, String rest) {

    AccountAddress read(Name name) {
      String written = written(name);
      if (!asUrl) {
        return AccountAddress.ofHandle(name.platform(), (at ? "@" : "") + written);
      }
      List<String> pages = PAGES.get(name.platform());
      String address = pages.get(page % pages.size()) + written + (slash ? "/" : "") + rest;
      return AccountAddress.ofUrl(address);
    }

    private String written(Name name) {
      return switch (name.platform()) {
        case OTHER -> name.value();
        case FACEBOOK -> at ? String.join(".", cased(name).split("")) : cased(name);
        default -> cased(name);
      };
    }

    private String cased(Name name) {
      return upper ? name.value().toUpperCase(Locale.ROOT) : name.value();
    }
  }

  private static Arbitrary<String> letters(String letters, int least, int most) {
    return Arbitraries.strings().withChars(letters).ofMinLength(least).ofMaxLength(most);
  }

  private static Arbitrary<String> dotted(int most) {
    return Combinators.combine(letters("ap_1", 1, 3), letters("ap_1", 0, 2))
        .as((head, tail) -> tail.isEmpty() ? head : head + "." + tail)
        .filter(name -> name.length() <= most && !OWN.contains(name));
  }

  private static Arbitrary<String> valuesOf(Platform platform) {
    return switch (platform) {
      case TIKTOK -> letters("ab_.1", 2, 5).filter(name -> !name.endsWith("."));
      case YOUTUBE ->
          letters("abđ.-_1", 3, 6)
              .filter(name -> name.matches("[abđ1].*[abđ1]"))
              .filter(name -> !name.matches("[.·_-]+"));
      case FACEBOOK -> letters("ab1", 5, 7).filter(name -> !name.matches("1+"));
      case INSTAGRAM, THREADS -> dotted(30);
      case X -> letters("ab_1", 1, 4);
      case ZALO_OA -> letters("ab_.-1", 2, 5).filter(name -> name.matches(".*[ab].*"));
      case OTHER ->
          Arbitraries.oneOf(
              letters("12", 1, 4).map(name -> "lotus.vn/w/profile/" + name),
              letters("abAB1", 1, 4).map(name -> "gapo.vn/" + name));
    };
  }

  @Provide
  Arbitrary<Name> names() {
    return Arbitraries.of(Platform.class)
        .flatMap(platform -> valuesOf(platform).map(value -> new Name(platform, value)));
  }

  @Provide
  Arbitrary<List<Name>> neighbours() {
    return Arbitraries.of(Platform.class)
        .flatMap(
            platform ->
                valuesOf(platform).map(value -> new Name(platform, value)).list().ofSize(12));
  }

  @Provide
  Arbitrary<Spelling> spellings() {
    Arbitrary<Boolean> either = Arbitraries.of(true, false);
    return Combinators.combine(
            either,
            Arbitraries.integers().between(0, 2),
            either,
            either,
            either,
            Arbitraries.of("", "?igsh=MzRlODBiNWFlZA==", "#top", "?id=2&_t=1#/@b"))
        .as(Spelling::new);
  }

  @Property
  @Label("VOC-17 two spellings of one account meet")
  void twoSpellingsMeet(
      @ForAll("names") Name name,
      @ForAll("spellings") Spelling one,
      @ForAll("spellings") Spelling another) {
    assertEquals(one.read(name).account(), another.read(name).account());
    assertEquals(one.read(name).url(), another.read(name).url());
  }

  @Property
  @Label("VOC-17 reading twice is reading once")
  void readingTwiceIsReadingOnce(
      @ForAll("names") Name name, @ForAll("spellings") Spelling spelling) {
    AccountAddress once = spelling.read(name);
    assertEquals(once.account(), Account.ofHandle(name.platform(), once.handleKey()));
    assertEquals(once.account(), Account.ofHandle(name.platform(), once.displayHandle()));
    assertEquals(once.account(), Account.ofUrl(once.url()));
    assertEquals(once.url(), AccountAddress.ofUrl(once.url()).url());
  }

  @Property
  @Label("VOC-17 two accounts of a platform never meet, however they are spelled")
  void twoAccountsNeverMeet(
      @ForAll("neighbours") List<Name> names, @ForAll("spellings") Spelling spelling) {
    Set<Name> accounts = Set.copyOf(names);
    Set<Account> read =
        accounts.stream().map(name -> spelling.read(name).account()).collect(Collectors.toSet());
    assertEquals(accounts.size(), read.size());
    Set<String> pages = read.stream().map(Account::url).collect(Collectors.toSet());
    assertEquals(accounts.size(), pages.size());
  }

  @Example
  @Label("VOC-17 one name on all platforms is as many accounts")
  void onePlatformEach() {
    Set<Account> read =
        List.of(Platform.values()).stream()
            .filter(platform -> platform != Platform.OTHER)
            .map(platform -> Account.ofHandle(platform, "dtlinhca"))
            .collect(Collectors.toSet());
    assertEquals(Platform.values().length - 1, read.size());
    Set<String> pages = read.stream().map(Account::url).collect(Collectors.toSet());
    assertEquals(read.size(), pages.size());
  }
}
