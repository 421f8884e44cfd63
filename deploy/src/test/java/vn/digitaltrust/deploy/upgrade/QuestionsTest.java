package vn.digitaltrust.deploy.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.digitaltrust.deploy.http.Http;

class QuestionsTest {
  private static final String BEFORE =
      "{'id':1,'at':'then','names':[{'value':'Mây','from':null}],'scope':{'at':'here'}}";

  private static String difference(String before, String now) throws JsonProcessingException {
    return Questions.difference(
        "",
        Http.JSON.readTree(before.replace('\'', '"')),
        Http.JSON.readTree(now.replace('\'', '"')),
        Set.of("at"));
  }

  @Test
  void what_was_added_and_what_the_time_decides_is_no_difference() throws Exception {
    assertNull(difference(BEFORE, BEFORE));
    assertNull(difference(BEFORE, BEFORE.replace("then", "now").replace("{'id'", "{'new':2,'id'")));
    assertNull(difference(BEFORE, BEFORE.replace("{'value'", "{'new':[],'value'")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'id':1,             |                      | /id",
        "'id':1              | 'id':2               | /id",
        "'value':'Mây'       | 'value':'May'        | /names/0/value",
        "'from':null         | 'from':1             | /names/0/from",
        ",'from':null        |                      | /names/0/from",
        "{'value'            | {},{'value'          | /names",
        "'here'              | 'there'              | /scope/at",
        "{'at':'here'}       | null                 | /scope/at",
      })
  void what_is_another_or_missing_is_named(String before, String now, String place)
      throws Exception {
    String difference = difference(BEFORE, BEFORE.replace(before, now == null ? "" : now));

    assertEquals(place, difference == null ? null : difference.split(" ")[0]);
  }
}
