package vn.digitaltrust.door;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import vn.digitaltrust.vocabulary.Provinces;
import vn.digitaltrust.vocabulary.Refused;

/**
 * Reads a province while a body is taken in (VOC-8). One that is none is then refused with its path
 * (DOOR-22): a set that was made of provinces does not know their places any more.
 */
public final class ProvinceReader extends StdDeserializer<String> {
  private static final long serialVersionUID = 1L;

  /** Made by Jackson. */
  public ProvinceReader() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
    String text = context.readValue(json, String.class);
    try {
      return Provinces.require(text);
    } catch (Refused none) {
      throw new NoProvince(json, none);
    }
  }

  /** What was read is no province. */
  static final class NoProvince extends MismatchedInputException {
    private static final long serialVersionUID = 1L;

    private final transient Refused why;

    private NoProvince(JsonParser json, Refused why) {
      super(json, why.key(), String.class);
      this.why = why;
    }

    Refused why() {
      return why;
    }
  }
}
