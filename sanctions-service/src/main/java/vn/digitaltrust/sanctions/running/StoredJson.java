package vn.digitaltrust.sanctions.running;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import org.hibernate.type.format.AbstractJsonFormatMapper;

/**
 * How values lie in {@code jsonb} columns. Not the mapper of the API: what was written years ago is
 * read with a forgiving eye, what a request says is not.
 */
@JsonFormat
@PersistenceUnitExtension
class StoredJson extends AbstractJsonFormatMapper {
  private final JsonMapper mapper =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  @Override
  public <T> T fromString(CharSequence text, java.lang.reflect.Type type) {
    try {
      return mapper.readValue(text.toString(), mapper.constructType(type));
    } catch (java.io.IOException e) {
      throw new IllegalArgumentException("stored JSON cannot be read as " + type, e);
    }
  }

  @Override
  public <T> String toString(T value, java.lang.reflect.Type type) {
    try {
      return mapper.writerFor(mapper.constructType(type)).writeValueAsString(value);
    } catch (java.io.IOException e) {
      throw new IllegalArgumentException("a value cannot be stored as " + type, e);
    }
  }
}
