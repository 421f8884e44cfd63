package vn.digitaltrust.alliance.door;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * DOOR-4: what a request says is taken at its word or refused, never guessed at. Strings are
 * normalised to NFC, so that two spellings of one Vietnamese letter are one.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper mapper) {
    mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    mapper.configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true);
    refuse(
        mapper,
        LogicalType.Textual,
        CoercionInputShape.Integer,
        CoercionInputShape.Float,
        CoercionInputShape.Boolean);
    refuse(mapper, LogicalType.Enum, CoercionInputShape.Integer, CoercionInputShape.EmptyString);
    refuse(
        mapper,
        LogicalType.Integer,
        CoercionInputShape.String,
        CoercionInputShape.EmptyString,
        CoercionInputShape.Float);
    refuse(mapper, LogicalType.Float, CoercionInputShape.String, CoercionInputShape.EmptyString);
    refuse(
        mapper,
        LogicalType.Boolean,
        CoercionInputShape.String,
        CoercionInputShape.EmptyString,
        CoercionInputShape.Integer);
    refuse(
        mapper,
        LogicalType.DateTime,
        CoercionInputShape.Integer,
        CoercionInputShape.Float,
        CoercionInputShape.EmptyString);
    mapper.registerModule(
        new SimpleModule("strict")
            .addDeserializer(String.class, new Text())
            .addDeserializer(LocalDate.class, new Day()));
  }

  /** After everything else, so that these readers replace those of the framework's modules. */
  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }

  private static void refuse(
      ObjectMapper mapper, LogicalType target, CoercionInputShape... shapes) {
    for (CoercionInputShape shape : shapes) {
      mapper.coercionConfigFor(target).setCoercion(shape, CoercionAction.Fail);
    }
  }

  /** A day is {@code 2026-11-24}: four digits of the year, no time, no list of numbers. */
  private static final class Day extends StdDeserializer<LocalDate> {
    private static final long serialVersionUID = 1L;
    private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    Day() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      if (!json.hasToken(JsonToken.VALUE_STRING)) {
        throw MismatchedInputException.from(json, LocalDate.class, "a day is text");
      }
      String text = json.getText();
      try {
        if (FORM.matcher(text).matches()) {
          return LocalDate.parse(text);
        }
      } catch (DateTimeParseException noSuchDay) {
        // told below, as any other text that names no day
      }
      throw InvalidFormatException.from(json, "no day", text, LocalDate.class);
    }
  }

  private static final class Text extends StringDeserializer {
    private static final long serialVersionUID = 1L;

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
      String text = super.deserialize(json, context);
      if (text != null && text.chars().anyMatch(Text::isForbidden)) {
        throw InvalidFormatException.from(json, "control character in text", text, String.class);
      }
      return text == null ? null : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Control characters but line feed, carriage return and tab. */
    private static boolean isForbidden(int character) {
      return character < 0x20 && character != '\n' && character != '\r' && character != '\t'
          || character == 0x7f;
    }
  }
}
