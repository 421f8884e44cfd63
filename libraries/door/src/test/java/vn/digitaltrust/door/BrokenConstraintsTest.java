package vn.digitaltrust.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BrokenConstraintsTest {
  private static final Validator VALIDATOR =
      Validation.byDefaultProvider()
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory()
          .getValidator();

  private record Inner(
      @NotBlank String blank,
      @Size(max = 3) String text,
      @Size(min = 2, max = 3) List<String> list,
      @Min(1) int least,
      @Max(3000) int most,
      @Pattern(regexp = "[a-z]{2}") String form) {}

  private record Outer(
      @NotNull String missing,
      @NotEmpty List<@NotNull String> empty,
      List<@NotNull String> texts,
      Set<@Size(max = 1) String> set,
      List<@Valid Inner> inners,
      @Valid Inner inner) {}

  private interface Desk {
    void enter(@NotNull String name, @NotNull @Valid Outer request);
  }

  private static Map<String, String> told(Object bean, String language) {
    Map<String, String> told = new TreeMap<>();
    VALIDATOR.validate(bean).stream()
        .map(broken -> BrokenConstraints.told(broken, Words.in(language)))
        .forEach(violation -> told.put(violation.field(), violation.message()));
    return told;
  }

  private static final Outer BROKEN =
      new Outer(
          null,
          List.of(),
          Arrays.asList("a", null),
          Set.of("ab"),
          List.of(
              new Inner("a", "abc", null, 1, 3, "ab"),
              new Inner(" ", "abcd", List.of("a"), 0, 3001, "a1")),
          new Inner(null, null, null, 1, 1, null));

  @Test
  @DisplayName("DOOR-28 every constraint has its words, under the path of the field")
  void english() {
    assertEquals(
        Map.of(
            "missing", "must be given",
            "empty", "must have at least one entry",
            "texts[1]", "must be given",
            "set", "must have at most 1 characters",
            "inners[1].blank", "must not be blank",
            "inners[1].text", "must have at most 3 characters",
            "inners[1].list", "must have 2 to 3 entries",
            "inners[1].least", "must be at least 1",
            "inners[1].most", "must be at most 3000",
            "inner.blank", "must be given"),
        without(told(BROKEN, "en"), "inners[1].form"));
    assertEquals(
        "must have the form [a-z]{2} (a regular expression)",
        told(BROKEN, "en").get("inners[1].form"));
  }

  @Test
  @DisplayName("DOOR-28 in Vietnamese too")
  void vietnamese() {
    Map<String, String> told = told(BROKEN, "vi");
    assertEquals("phải có giá trị", told.get("missing"));
    assertEquals("được có nhiều nhất 3 ký tự", told.get("inners[1].text"));
    assertEquals("phải nhiều nhất là 3000", told.get("inners[1].most"));
  }

  @Test
  @DisplayName(
      "DOOR-28 of a method's parameter its own fields are told, or its name if it has none")
  void parameters() throws NoSuchMethodException {
    var method = Desk.class.getDeclaredMethod("enter", String.class, Outer.class);
    Desk desk = (name, request) -> {};
    Set<String> fields = new java.util.TreeSet<>();
    VALIDATOR
        .forExecutables()
        .validateParameters(
            desk,
            method,
            new Object[] {
              null, new Outer("a", List.of("a"), null, null, null, BROKEN.inners().get(1))
            })
        .forEach(broken -> fields.add(BrokenConstraints.field(broken.getPropertyPath())));
    assertEquals(
        Set.of(
            method.getParameters()[0].isNamePresent() ? "name" : "arg0",
            "inner.blank",
            "inner.text",
            "inner.list",
            "inner.least",
            "inner.most",
            "inner.form"),
        fields);
  }

  private static Map<String, String> without(Map<String, String> told, String field) {
    Map<String, String> rest = new TreeMap<>(told);
    rest.remove(field);
    return rest;
  }
}
