package vn.digitaltrust.registry.subject;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vn.digitaltrust.vocabulary.Folding;

/** REG-3: which of a subject's names stands for it in public; never a KOL's legal one. */
final class ShownName {
  private static final Map<NameType, Integer> OF_KOL =
      Map.of(NameType.STAGE, 0, NameType.NICKNAME, 1);
  private static final Map<NameType, Integer> OF_ORGANISATION =
      Map.of(NameType.STAGE, 0, NameType.LEGAL, 1, NameType.NICKNAME, 2);

  private ShownName() {}

  /** The name, or null when there is none that may be shown; among equals the first given. */
  static String of(SubjectKind kind, List<TypedName> names) {
    var order = kind == SubjectKind.KOL ? OF_KOL : OF_ORGANISATION;
    return names.stream()
        .filter(name -> order.containsKey(name.type()))
        .min(Comparator.comparing(name -> order.get(name.type())))
        .map(TypedName::value)
        .map(Folding::tidy)
        .orElse(null);
  }
}
