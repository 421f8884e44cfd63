package vn.digitaltrust.registry.representation;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps purposes as one text in the order of {@link Purpose}. */
@Converter
class Purposes implements AttributeConverter<Set<Purpose>, String> {
  @Override
  public String convertToDatabaseColumn(Set<Purpose> purposes) {
    return purposes.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
  }

  @Override
  public Set<Purpose> convertToEntityAttribute(String text) {
    return Arrays.stream(text.split(","))
        .map(Purpose::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Purpose.class)));
  }
}
