package vn.digitaltrust.vocabulary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("VOC-1 names are compared without marks and case")
class FoldingTest {

  @ParameterizedTest
  @CsvSource({
    "Nguyễn Thị Ánh, nguyen thi anh",
    "ĐẶNG ĐÌNH ĐỨC, dang dinh duc",
    "đường, duong",
    "\u00D0ỗ, do", // the Icelandic eth and the African d, which stand for Đ in copied text
    "\u00F0ỗ, do",
    "\u0189ào, dao",
    "\u0256ào, dao",
    "\uFF33\uFF41\uFF4F, sao",
    "\uD835\uDC12\uD835\uDC1A\uD835\uDC28, sao", // mathematical bold
    "R\u200B\u00F9a, rua", // as it stands in names older than VOC-13
    "Mỹ, mi",
    "Mĩ, mi",
    "Lý Mỹ Ca, li mi ca",
    "Y Nhi, i nhi",
    "Quý, qui",
    "Quỳnh, quinh",
    "Huy, huy", // here another vowel goes before y, and Hui is another syllable
    "Thúy, thuy",
    "Mây Tay, may tay",
    "Quyên Yến, quyen yen",
    "Ny-ly, ni-li",
    "Huỳnh   Thục\u00A0Quyên, huynh thuc quyen",
    "'  Mỹ Tâm Giả  ', mi tam gia",
    "E\u0302\u0301ch, ech",
    "123-Ca, 123-ca"
  })
  void folds(String name, String folded) {
    assertEquals(folded, Folding.fold(name));
  }

  @ParameterizedTest
  @CsvSource({
    "Hoà, Hòa",
    "HOÀ MẪU, HÒA MẪU",
    "Hoè, Hòe",
    "Thuỷ, Thủy",
    "Thuý, Thúy",
    "Qúy, Quý",
    "Lo\u0323a, Lọa",
    "Hoàn, Hoàn",
    "Hoàng, Hoàng",
    "Quý, Quý",
    "Quỹ, Quỹ",
    "Thuở, Thuở",
    "Khuê, Khuê",
    "Hoả, Hỏa",
    "Hòa, Hòa"
  })
  @DisplayName("VOC-1 the place of the tone makes no other spelling")
  void spelled(String written, String spelled) {
    assertEquals(spelled, Folding.spelled(written));
  }

  @ParameterizedTest
  @CsvSource({"Hoà, Hoa", "Hoà, Hoả", "Lý, Lí", "Sao, sao", "Hòan, Hoàn"})
  @DisplayName("VOC-1 another tone, another letter or another case is another spelling")
  void spelledApart(String one, String other) {
    assertNotEquals(Folding.spelled(one), Folding.spelled(other));
  }

  @Test
  @DisplayName("VOC-1 words written together are compared without blanks and signs")
  void joined() {
    assertEquals("cavoixanhmau", Folding.joined(Folding.fold("Cá Voi  Xanh-Mẫu!")));
    assertArrayEquals(
        new String[] {"koc", "ca", "voi", "tiktok"},
        Folding.words(Folding.fold("KOC Cá Voi (TikTok)")));
    assertEquals(0, Folding.words("").length);
    assertEquals(100, Folding.joined("\uD840\uDC00".repeat(120)).codePoints().count());
  }

  @Property
  @Label("folding what is folded changes nothing, and composition does not matter")
  void isStable(@ForAll String text) {
    var folded = Folding.fold(text);
    assertEquals(folded, Folding.fold(folded));
    assertEquals(folded, Folding.fold(Normalizer.normalize(text, Normalizer.Form.NFD)));
  }

  @Property
  @Label("so does a spelling that was made alike")
  void spelledIsStable(@ForAll String text) {
    var spelled = Folding.spelled(text);
    assertEquals(spelled, Folding.spelled(spelled));
    assertEquals(Folding.fold(text), Folding.fold(spelled));
  }

  @Property
  @Label("what is stored is composed and tidy already")
  void tidyIsStable(@ForAll String text) {
    var tidy = Folding.tidy(text);
    assertEquals(tidy, Folding.tidy(tidy));
    assertEquals(tidy, Normalizer.normalize(tidy, Normalizer.Form.NFC));
  }
}
