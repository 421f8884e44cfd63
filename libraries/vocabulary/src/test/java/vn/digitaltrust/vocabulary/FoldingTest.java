package vn.digitaltrust.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("VOC-1 names are compared without marks and case")
class FoldingTest {

  @ParameterizedTest
  @CsvSource({
    "Nguyễn Thị Ánh, nguyen thi anh",
    "ĐẶNG ĐÌNH ĐỨC, dang dinh duc",
    "đường, duong",
    "Ðỗ, ðo", // U+00D0 is the Icelandic eth, another letter that only looks like Đ
    "Huỳnh   Thục\u00A0Quyên, huynh thuc quyen",
    "'  Mỹ Tâm Giả  ', my tam gia",
    "E\u0302\u0301ch, ech",
    "123-Ca, 123-ca"
  })
  void folds(String name, String folded) {
    assertEquals(folded, Folding.fold(name));
  }

  @Property
  @Label("folding what is folded changes nothing, and composition does not matter")
  void isStable(@ForAll String text) {
    var folded = Folding.fold(text);
    assertEquals(folded, Folding.fold(folded));
    assertEquals(folded, Folding.fold(Normalizer.normalize(text, Normalizer.Form.NFD)));
  }

  @Property
  @Label("what is stored is composed and tidy already")
  void tidyIsStable(@ForAll String text) {
    var tidy = Folding.tidy(text);
    assertEquals(tidy, Folding.tidy(tidy));
    assertEquals(tidy, Normalizer.normalize(tidy, Normalizer.Form.NFC));
  }
}
