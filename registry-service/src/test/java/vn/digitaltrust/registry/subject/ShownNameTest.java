package vn.digitaltrust.registry.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("REG-3 a KOL's legal name is never the public one")
class ShownNameTest {
  private static final TypedName STAGE = new TypedName(NameType.STAGE, "Linh Ca Mẫu");
  private static final TypedName NICKNAME = new TypedName(NameType.NICKNAME, "Bé Linh");
  private static final TypedName LEGAL = new TypedName(NameType.LEGAL, "Nguyễn Thị Linh");
  private static final TypedName FORMER = new TypedName(NameType.FORMER, "Linh Cũ");

  @Test
  void theStageNameComesFirst() {
    assertEquals(
        "Linh Ca Mẫu", ShownName.of(SubjectKind.KOL, List.of(LEGAL, NICKNAME, FORMER, STAGE)));
  }

  @Test
  void theNicknameComesNext() {
    assertEquals("Bé Linh", ShownName.of(SubjectKind.KOL, List.of(LEGAL, FORMER, NICKNAME)));
  }

  @Test
  void legalAndFormerNamesOfAKolStayPrivate() {
    assertNull(ShownName.of(SubjectKind.KOL, List.of(LEGAL, FORMER)));
  }

  @Test
  void theLegalNameOfAnOrganisationIsPublic() {
    assertEquals("Nguyễn Thị Linh", ShownName.of(SubjectKind.ORGANISATION, List.of(FORMER, LEGAL)));
  }
}
