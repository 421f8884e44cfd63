package vn.digitaltrust.deploy.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampleKolsTest {
  private static final int MANY = 5_000;
  private static final List<String> TRIED_PAGES =
      List.of(
          "README.md",
          "first-hour/README.md",
          "first-hour/check.sh",
          "../gateway/src/main/resources/META-INF/openapi.yaml");

  private static List<SampleKol> people(int seed) {
    SampleKols kols = new SampleKols(seed);
    return LongStream.rangeClosed(1, MANY).mapToObj(kols::number).toList();
  }

  @Test
  void the_same_seed_makes_the_same_people_and_another_makes_others() {
    assertEquals(people(42), people(42));
    assertNotEquals(people(42), people(43));
  }

  @Test
  void a_person_does_not_depend_on_how_many_are_made_or_in_which_order() {
    SampleKols kols = new SampleKols(42);
    kols.number(900);

    assertEquals(people(42).get(136), kols.number(137));
  }

  @Test
  void no_two_people_share_a_handle_even_where_a_platform_ignores_dots() {
    Set<String> handles =
        people(1).stream()
            .flatMap(kol -> kol.accounts().stream())
            .map(account -> account.handle().replace(".", ""))
            .collect(Collectors.toSet());

    assertEquals(MANY, handles.size());
    assertNotEquals(
        new SampleKols(1).handle(11).replace(".", ""),
        new SampleKols(11).handle(1).replace(".", ""));
  }

  @Test
  void every_handle_says_that_it_is_fictional_and_is_valid_on_each_platform() {
    SampleKols longest = new SampleKols(SampleKols.MAX_SEED);
    for (String handle : List.of(longest.handle(1), longest.handle(9_999_999))) {
      assertTrue(handle.startsWith("hu.cau."), handle);
      assertTrue(handle.matches("[a-z0-9.]{2,24}"), "TikTok: " + handle);
      assertTrue(handle.matches("[a-z0-9][a-z0-9.]{1,28}[a-z0-9]"), "YouTube: " + handle);
      assertTrue(handle.matches("[a-z0-9.]{5,}"), "Facebook: " + handle);
    }
  }

  @Test
  void every_stage_name_says_that_it_is_fictional() {
    people(7)
        .forEach(
            kol ->
                assertTrue(
                    kol.names().stream()
                        .anyMatch(
                            name ->
                                name.type().equals("STAGE") && name.value().endsWith("(hư cấu)"))));
  }

  @Test
  void names_are_composed_characters_with_all_kinds_of_vietnamese_diacritics() {
    String all =
        people(7).stream()
            .flatMap(kol -> kol.names().stream())
            .map(SampleKol.Name::value)
            .collect(Collectors.joining());

    assertTrue(Normalizer.isNormalized(all, Normalizer.Form.NFC));
    for (String letter : List.of("Đ", "ư", "ơ", "ê", "ô", "ă", "â", "ễ", "ậ", "ữ", "ợ", "ỏ", "ọ")) {
      assertTrue(all.contains(letter), letter);
    }
  }

  @Test
  void people_live_in_all_34_provinces_and_use_all_three_platforms() {
    Set<String> provinces =
        people(7).stream()
            .map(SampleKol::homeProvince)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> platforms =
        people(7).stream()
            .flatMap(kol -> kol.accounts().stream())
            .map(SampleKol.Account::platform)
            .collect(Collectors.toSet());

    assertEquals(34, provinces.size());
    assertTrue(provinces.contains("2025:79"));
    assertEquals(Set.of("TIKTOK", "YOUTUBE", "FACEBOOK"), platforms);
  }

  @Test
  void nobody_needs_a_guardian_and_nobody_has_two_accounts_on_one_platform() {
    for (SampleKol kol : people(7)) {
      assertTrue(kol.birthDate().compareTo("2006-01-01") < 0, kol.birthDate());
      assertEquals(
          kol.accounts().size(),
          kol.accounts().stream().map(SampleKol.Account::platform).distinct().count());
    }
  }

  @Test
  void a_seed_out_of_range_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> new SampleKols(-1));
    assertThrows(IllegalArgumentException.class, () -> new SampleKols(SampleKols.MAX_SEED + 1));
  }

  @Test
  void what_the_pages_ask_a_newcomer_to_try_is_among_the_sample_data() throws IOException {
    Pattern tried = Pattern.compile("(TIKTOK|YOUTUBE|FACEBOOK)(?: |&handle=)(hu\\.cau\\.s1n\\d+)");
    Set<SampleKol.Account> all =
        people(1).stream().flatMap(kol -> kol.accounts().stream()).collect(Collectors.toSet());
    for (String page : TRIED_PAGES) {
      List<SampleKol.Account> named =
          tried
              .matcher(Files.readString(Path.of(page)))
              .results()
              .map(it -> new SampleKol.Account(it.group(1), it.group(2)))
              .toList();

      assertFalse(named.isEmpty(), page);
      assertTrue(all.containsAll(named), page);
    }
  }
}
