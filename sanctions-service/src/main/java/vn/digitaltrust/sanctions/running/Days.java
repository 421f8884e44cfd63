package vn.digitaltrust.sanctions.running;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * SAN-96: a day in a request is one of the years 1900 to 9999, written as {@code 2026-12-10}.
 * Others fit neither the calendar nor the database.
 */
@Singleton
class Days implements ObjectMapperCustomizer {
  private static final int FIRST_YEAR = 1900;
  private static final int LENGTH = 10;

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.registerModule(
        new SimpleModule("days").addDeserializer(LocalDate.class, new DayOfOurTime()));
  }

  /** After the framework, whose own reading of days would else be the last and win. */
  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }

  private static final class DayOfOurTime extends StdScalarDeserializer<LocalDate> {
    private static final long serialVersionUID = 1L;

    DayOfOurTime() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
      }
      String text = parser.getText();
      try {
        LocalDate day = LocalDate.parse(text);
        if (text.length() == LENGTH && day.getYear() >= FIRST_YEAR) {
          return day;
        }
      } catch (DateTimeException notADay) {
        // refused below, as any other value that is no day
      }
      return (LocalDate)
          context.handleWeirdStringValue(LocalDate.class, text, "no day such as 2026-12-10");
    }
  }
}
