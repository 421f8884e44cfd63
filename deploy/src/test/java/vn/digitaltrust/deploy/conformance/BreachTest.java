package vn.digitaltrust.deploy.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.digitaltrust.deploy.conformance.Contract.Operation;
import vn.digitaltrust.deploy.http.Http;

/** The walk itself: it passes a service that keeps all conventions, and catches each breach. */
@Execution(ExecutionMode.CONCURRENT) // each has a service of its own
class BreachTest {
  private static final List<Person> PEOPLE =
      List.of(
          new Person("registrar", "registrar", "registrar", null),
          new Person("kol", "kol", "kol", null),
          new Person("auditor", "auditor", "auditor", null),
          new Person("press", "press", "press", null));

  @Test
  void a_service_that_keeps_all_conventions_passes() throws IOException {
    assertEquals(List.of(), breaches(null).values().stream().flatMap(List::stream).toList());
  }

  @ParameterizedTest
  @EnumSource
  void the_rule_for_it_catches(Defect defect) throws IOException {
    assertTrue(breaches(defect).containsKey(defect.noticedBy().getSimpleName()));
  }

  @Test
  void a_decision_about_an_operation_that_is_gone_is_found() throws IOException {
    JsonNode document = document(null);
    ((ObjectNode) document.path("paths")).remove("/stub/v1/checks");
    assertEquals(
        Set.of("POST /stub/v1/checks"),
        Table.read("/conformance/parcels-roles.md").gone(new Contract(document)));
  }

  /** What was found by the rule that must notice; without a defect, what any rule found. */
  private static TreeMap<String, List<String>> breaches(Defect defect) throws IOException {
    TreeMap<String, List<String>> breaches = new TreeMap<>();
    Contract contract = new Contract(document(defect));
    try (StubService service = new StubService(new Contract(document(null)), defect)) {
      Door door = new Door(service::address, name -> name, PEOPLE);
      Ledger ledger = new Ledger(door, contract);
      for (int parcel = 0; parcel < 3; parcel++) {
        for (String sender : List.of("registrar", "kol")) {
          String sent = send(service, sender, "", parcel).json().path("id").asText();
          if (parcel == 0) {
            send(service, sender, "/" + sent + "/labels", parcel);
          }
        }
      }
      Conformance conformance =
          new Conformance(
              door,
              contract,
              ledger,
              Set.of("registrar", "kol", "auditor", "press"),
              Table.read("/conformance/parcels-roles.md"));
      conformance.rehearse();
      for (Operation operation : contract.operations()) {
        for (Rule rule : conformance.rules(operation)) {
          if (isOfNoUse(rule, defect)) {
            continue;
          }
          try {
            rule.tryOn(operation);
          } catch (AssertionError breach) {
            breaches
                .computeIfAbsent(rule.getClass().getSimpleName(), name -> new ArrayList<>())
                .add(operation + ": " + breach.getMessage());
          } catch (org.opentest4j.TestAbortedException notDone) {
            breaches
                .computeIfAbsent("not done", name -> new ArrayList<>())
                .add(operation + ": " + notDone.getMessage());
          }
        }
      }
    }
    return breaches;
  }

  private static Http.Answer send(StubService service, String sender, String place, int parcel) {
    return Http.method("POST", service.address("/stub/v1/parcels" + place))
        .bearer(sender)
        .header("If-Match", "\"0\"")
        .json(Map.of("name", "Parcel " + parcel))
        .send();
  }

  /** Other rules would only take time; but whether refusals write shows after many of them. */
  private static boolean isOfNoUse(Rule rule, Defect defect) {
    return defect != null
        && defect.noticedBy() != SilenceRule.class
        && rule.getClass() != defect.noticedBy();
  }

  private static void answersWith200(ObjectNode act) {
    ObjectNode responses = (ObjectNode) act.path("responses");
    responses.set("200", responses.remove("201"));
  }

  private static JsonNode document(Defect defect) throws IOException {
    try (InputStream file = BreachTest.class.getResourceAsStream("/conformance/parcels.json")) {
      JsonNode document = Http.JSON.readTree(file);
      if (defect != null) {
        ObjectNode send = (ObjectNode) document.at("/paths/~1stub~1v1~1parcels/post");
        ObjectNode list = (ObjectNode) document.at("/paths/~1stub~1v1~1parcels/get");
        switch (defect) {
          case NAMES_NO_ROLES -> send.putArray("x-roles");
          case NAMES_A_ROLE_THAT_NOBODY_DECIDED -> send.withArray("x-roles").add("auditor");
          case DECLARES_NO_LARGEST_PAGE ->
              ((ObjectNode) list.at("/parameters/1/schema")).remove("maximum");
          case DECLARES_NO_BODY -> ((ObjectNode) send.at("/responses/201")).remove("content");
          case DECLARES_NO_PAGES -> list.putArray("parameters");
          case DECLARES_NO_RETRY_KEY -> send.putArray("parameters");
          case DECLARES_NO_RETRY_KEY_OF_AN_ACT -> {
            answersWith200(send);
            send.putArray("parameters");
          }
          case DECLARES_NO_VERSION_OF_AN_ACT -> {
            ObjectNode label =
                (ObjectNode) document.at("/paths/~1stub~1v1~1parcels~1{id}~1labels/post");
            answersWith200(label);
            ((ArrayNode) label.path("parameters")).remove(1);
          }
          case GIVES_AN_EXAMPLE_THAT_IS_NONE ->
              ((ObjectNode) document.at("/components/schemas/ParcelRequest/properties/name"))
                  .putArray("examples")
                  .add(7);
          default -> {
            // the service breaks it, not the document
          }
        }
      }
      return document;
    }
  }
}
