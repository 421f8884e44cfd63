package vn.digitaltrust.door;

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
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * DOOR-4: what a request says is taken at its word or refused, never guessed at. Strings are
 * normalised to NFC, so that two spellings of one Vietnamese letter are one.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {
  /** The years 1900 to 9999: others fit neither the calendar nor the database. */
  private static final String YEAR = "(19|[2-9][0-9])[0-9]{2}";

  private static final Pattern DAY = Pattern.compile(YEAR + "-[0-9]{2}-[0-9]{2}");
  private static final Pattern MOMENT =
      Pattern.compile(YEAR + "-[0-9]{2}-[0-9]{2}T[0-9:.]{5,18}(Z|[+-][0-9]{2}:[0-9]{2})");

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
            .addDeserializer(LocalDate.class, new Formed<>(LocalDate.class, DAY, LocalDate::parse))
            .addDeserializer(Instant.class, new Formed<>(Instant.class, MOMENT, Instant::parse))
            .addDeserializer(UUID.class, new Formed<>(UUID.class, Ids.FORM, UUID::fromString)));
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

  /**
   * A day, a moment or an id is text of one form: no number, no list of numbers, no year of five
   * digits, no id in base64.
   */
  private static final class Formed<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final Pattern form;
    private final transient Function<String, T> reader;

    Formed(Class<T> type, Pattern form, Function<String, T> reader) {
      super(type);
      this.form = form;
      this.reader = reader;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      if (!json.hasToken(JsonToken.VALUE_STRING)) {
        throw MismatchedInputException.from(json, handledType(), "it is text");
      }
      String text = json.getText();
      try {
        if (form.matcher(text).matches()) {
          return reader.apply(text);
        }
      } catch (DateTimeParseException noSuchTime) {
        // told below, as any other text that names no time
      }
      throw InvalidFormatException.from(json, "no such value", text, handledType());
    }
  }

  private static final class Text extends StringDeserializer {
    private static final long serialVersionUID = 1L;

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
      String text = super.deserialize(json, context);
      if (text != null && text.codePoints().anyMatch(Text::isForbidden)) {
        throw InvalidFormatException.from(json, "control character in text", text, String.class);
      }
      return text == null ? null : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Control characters but line feed, carriage return and tab; halves of characters. */
    private static boolean isForbidden(int character) {
      return Character.isISOControl(character)
              && character != '\n'
              && character != '\r'
              && character != '\t'
          || character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
  }
}
