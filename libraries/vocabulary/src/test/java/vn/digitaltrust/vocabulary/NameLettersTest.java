package vn.digitaltrust.vocabulary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters are written as escapes here, because nobody sees most of them. */
@DisplayName("VOC-13 a name is written with characters that everybody sees and reads alike")
class NameLettersTest {

  @ParameterizedTest
  @CsvSource({
    "R\u200B\u00F9a, U+200B ZERO WIDTH SPACE",
    "R\u00ADua, U+00AD SOFT HYPHEN",
    "T\u00EAn \u202Eabc, U+202E RIGHT-TO-LEFT OVERRIDE",
    "T\u00EAn \u2066abc, U+2066 LEFT-TO-RIGHT ISOLATE",
    "Mai\u200E, U+200E LEFT-TO-RIGHT MARK",
    "Mai\uFEFFMai, U+FEFF ZERO WIDTH NO-BREAK SPACE",
    "Mai\u2060Mai, U+2060 WORD JOINER",
    "Mai\u2062Mai, U+2062 INVISIBLE TIMES",
    "\uFFF9Mai, U+FFF9 INTERLINEAR ANNOTATION ANCHOR",
    "Mai\uE000, U+E000 PRIVATE USE AREA E000",
    "Mai\uDBFF\uDFFD, U+10FFFD SUPPLEMENTARY PRIVATE USE AREA B 10FFFD",
    "Mai\uDB40\uDC41, U+E0041 TAG LATIN CAPITAL LETTER A",
    "Mai\uFFFE, U+FFFE",
    "Mai\uFDD0, U+FDD0",
    "Mai\u0378, U+0378",
    "\u3164, U+3164 HANGUL FILLER",
    "Mai\u115F, U+115F HANGUL CHOSEONG FILLER",
    "Mai\uFFA0, U+FFA0 HALFWIDTH HANGUL FILLER",
    "Mai\u034F, U+034F COMBINING GRAPHEME JOINER",
    "Mai\u2800, U+2800 BRAILLE PATTERN BLANK",
    "Mai\uFFFD, U+FFFD REPLACEMENT CHARACTER",
    "Mai\uFE0F, U+FE0F VARIATION SELECTOR-16",
    "Mai\uFE00, U+FE00 VARIATION SELECTOR-1",
    "Mai\uDB40\uDD00, U+E0100 VARIATION SELECTOR-17",
    "Mai\u200DMai, U+200D ZERO WIDTH JOINER",
    "Mai \uD83D\uDC69\u200D, U+200D ZERO WIDTH JOINER",
    "\u200D\uD83D\uDC69, U+200D ZERO WIDTH JOINER",
    "Mai\u200CMai, U+200C ZERO WIDTH NON-JOINER",
    "Mai\u0007Mai, U+0007 BEL"
  })
  void hidden(String name, String character) {
    isRefused("name.hidden", name, character);
  }

  @ParameterizedTest
  @CsvSource({
    "M\u0430i, U+0430 CYRILLIC SMALL LETTER A",
    "C\u043Eng ty Mau Lam, U+043E CYRILLIC SMALL LETTER O",
    "\u0410nh, U+0410 CYRILLIC CAPITAL LETTER A",
    "Mai\u03BFMai, U+03BF GREEK SMALL LETTER OMICRON",
    "M\u0101\u0300\u0430, U+0430 CYRILLIC SMALL LETTER A",
    "Mai\u0585, U+0585 ARMENIAN SMALL LETTER OH",
    "\uFF2D\u0430i, U+0430 CYRILLIC SMALL LETTER A",
    "M\uD835\uDEC2i, U+1D6C2 MATHEMATICAL BOLD SMALL ALPHA",
    "Mai\uAC00, U+AC00 HANGUL SYLLABLES AC00"
  })
  @DisplayName("VOC-13 no word mixes letters of two scripts")
  void mixed(String name, String character) {
    isRefused("name.mixed", name, character);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nguy\u1EC5n Th\u1ECB \u00C1nh",
        "E\u0302\u0301ch",
        "\u00D0\u00E0o \u0189\u00E0o",
        "O'Brien-L\u00EA (h\u01B0 c\u1EA5u) No. 1 \u2013 \u2605",
        "\uFF33\uFF41\uFF4F",
        "\uD835\uDC12\uD835\uDC1A\uD835\uDC28 \uD835\uDD6D",
        "Mai \u041C\u0430\u0439", // two words, each of one script
        "\u0E04\u0E23\u0E31\u0E27\u0E44\u0E17\u0E22",
        "\u6771\u4EAC\u30BF\u30EF\u30FC\u3068\u3072\u3089\u304C\u306A",
        "BTS \uBC29\uD0C4 123",
        "Mai \uD83D\uDC69\u200D\uD83D\uDE80", // a woman astronaut
        "Mai \uD83D\uDC69\uD83C\uDFFD\u200D\uD83C\uDF3E", // a farmer with a colour of skin
        "Mai \uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08", // a flag
        "Mai \u2764\uFE0F",
        "Mai 1\uFE0F\u20E3",
        "Mai \uD83E\uDEE8", // younger than the oldest Java runtime
        "M\u00AA",
        "a\tb\nc"
      })
  @DisplayName("VOC-13 marks, signs, emoji and words of any one script are taken")
  void taken(String name) {
    assertDoesNotThrow(() -> NameLetters.require(name));
  }

  private static void isRefused(String key, String name, String character) {
    Refused refused = assertThrows(Refused.class, () -> NameLetters.require(name));
    assertEquals(key, refused.key());
    assertArrayEquals(new Object[] {character}, refused.arguments());
  }
}
