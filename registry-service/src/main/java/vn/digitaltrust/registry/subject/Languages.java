package vn.digitaltrust.registry.subject;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps the codes of languages as one text; none is null in the database and in answers. */
@Converter
class Languages implements AttributeConverter<List<String>, String> {
  /** Each code once, in the order given; null for none. */
  static List<String> of(List<String> given) {
    return given == null || given.isEmpty() ? null : given.stream().distinct().toList();
  }

  @Override
  public String convertToDatabaseColumn(List<String> languages) {
    return languages == null ? null : String.join(",", languages);
  }

  @Override
  public List<String> convertToEntityAttribute(String text) {
    return text == null ? null : List.of(text.split(","));
  }
}
