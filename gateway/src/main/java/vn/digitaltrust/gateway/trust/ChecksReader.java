package vn.digitaltrust.gateway.trust;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.digitaltrust.gateway.door.Refusal;

/**
 * GW-16: reads the checks of a batch one by one as they come in. One that is no good is passed over
 * and fails alone; one too many ends the reading, so that nobody can make us hold more.
 */
final class ChecksReader extends JsonDeserializer<List<ChecksReader.Asked>> {

  /** A check as it was asked: the request, or what is wrong with it, or neither for a null. */
  record Asked(CheckRequest request, MismatchedInputException wrong) {
    CheckRequest read() throws MismatchedInputException {
      if (wrong != null) {
        throw wrong;
      }
      return request;
    }
  }

  @Override
  public List<Asked> deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    if (!json.isExpectedStartArrayToken()) {
      context.handleUnexpectedToken(List.class, json);
    }
    JsonStreamContext array = json.getParsingContext();
    List<Asked> checks = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (checks.size() == Batch.MOST) {
        throw Refusal.invalid("checks", "check.too-many", Batch.MOST);
      }
      checks.add(check(json, context, array));
    }
    return checks;
  }

  private static Asked check(
      JsonParser json, DeserializationContext context, JsonStreamContext array) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return new Asked(null, null);
    }
    try {
      return new Asked(context.readValue(json, CheckRequest.class), null);
    } catch (MismatchedInputException wrong) {
      while (json.getParsingContext() != array) {
        json.nextToken();
      }
      return new Asked(null, wrong);
    }
  }
}
