package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.suite.Part;

/** What the dashboard and the alerts ask for is what the running suite serves. */
@ExtendWith(RunningSuite.Extension.class)
class DashboardIT {
  private static final Path GRAFANA = Path.of("grafana");

  /** A metric with its selector; functions, labels and numbers are none. */
  private static final Pattern METRIC =
      Pattern.compile("\\b([a-z]+(?:_[a-z0-9]+)+)\\b(?!\\s*\\()(?:\\{([^}]*)})?");

  private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(=~|!=|!~|=)\\s*\"([^\"]*)\"");
  private static final Pattern EXPR = Pattern.compile("(?m)^\\s*expr: (.+)$");
  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(\\w+)}}");

  /** Made by Prometheus itself when it scrapes. */
  private static final Set<String> OF_THE_SCRAPE = Set.of("up", "job", "instance");

  private final RunningSuite suite;

  DashboardIT(RunningSuite suite) {
    this.suite = suite;
  }

  /** One line of what a process serves. */
  private record Sample(String name, Map<String, String> labels) {}

  private List<Sample> served() {
    // Something of each kind, so that everything has moved once.
    suite.checks().verdict("platform=TIKTOK&handle=" + Fixtures.freshHandle(), "UNKNOWN");
    Fixtures.restricted(suite);
    suite.api().peek("auditor-nga", "/registry/v1/journal?limit=1").orThrow("the journal");
    List<Sample> samples = new ArrayList<>();
    for (Part part : Part.built()) {
      Http.get(URI.create(suite.settings().management(part) + "/q/metrics"))
          .send()
          .orThrow("metrics of " + part)
          .body()
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(DashboardIT::sample)
          .forEach(samples::add);
    }
    return samples;
  }

  private static Sample sample(String line) {
    String name = line.substring(0, line.indexOf(line.contains("{") ? '{' : ' '));
    Map<String, String> labels =
        LABEL
            .matcher(line)
            .results()
            .collect(Collectors.toMap(label -> label.group(1), label -> label.group(3)));
    return new Sample(name, labels);
  }

  @Test
  void the_dashboard_asks_for_what_is_served_and_says_in_which_unit() throws IOException {
    JsonNode dashboard =
        Http.JSON.readTree(Files.readString(GRAFANA.resolve("digital-trust.json")));
    assertEquals("digital-trust", dashboard.path("uid").asText());
    assertEquals("Digital Trust", dashboard.path("title").asText());
    JsonNode variable = dashboard.at("/templating/list/0");
    assertEquals("datasource", variable.path("type").asText());
    assertEquals("prometheus", variable.path("query").asText());

    List<Sample> served = served();
    Set<Integer> ids = new HashSet<>();
    int asked = 0;
    for (JsonNode panel : dashboard.path("panels")) {
      assertTrue(ids.add(panel.path("id").asInt()), "one id twice: " + panel.path("id"));
      for (JsonNode target : panel.path("targets")) {
        asked++;
        String title = panel.path("title").asText();
        assertEquals("${datasource}", target.at("/datasource/uid").asText(), title);
        assertFalse(panel.at("/fieldConfig/defaults/unit").asText().isEmpty(), title);
        assertFalse(panel.path("description").asText().isEmpty(), title);
        isServed(target.path("expr").asText(), target.path("legendFormat").asText(), served);
      }
    }
    assertTrue(asked > 25, asked + " questions");
  }

  @Test
  void the_alerts_ask_for_what_is_served() throws IOException {
    List<Sample> served = served();
    Matcher alert = EXPR.matcher(Files.readString(GRAFANA.resolve("alerts.yaml")));
    int alerts = 0;
    while (alert.find()) {
      alerts++;
      isServed(alert.group(1), "", served);
    }
    assertTrue(alerts > 5, alerts + " alerts");
  }

  private static void isServed(String expression, String legend, List<Sample> served) {
    // What groups are by is told by the legend; a time is no metric.
    Set<String> grouped =
        TEMPLATE.matcher(legend).results().map(it -> it.group(1)).collect(Collectors.toSet());
    String plain = expression.replaceAll("\\[[^\\]]*]", "").replaceAll("\\bby \\([^)]*\\)", "");
    Matcher metric = METRIC.matcher(plain);
    boolean any = false;
    while (metric.find()) {
      any = true;
      String name = metric.group(1);
      List<Sample> samples = served.stream().filter(it -> it.name().equals(name)).toList();
      assertFalse(samples.isEmpty(), name + " of \"" + expression + "\" is not served");
      if (metric.group(2) != null) {
        LABEL
            .matcher(metric.group(2))
            .results()
            .filter(label -> !OF_THE_SCRAPE.contains(label.group(1)))
            .forEach(
                label ->
                    assertTrue(
                        samples.stream()
                            .map(it -> it.labels().get(label.group(1)))
                            .anyMatch(
                                value -> value != null && (rare(name) || matches(label, value))),
                        "nothing of \"" + expression + "\" has " + label.group()));
      }
      for (String label : grouped) {
        assertTrue(
            OF_THE_SCRAPE.contains(label)
                || samples.stream().anyMatch(it -> it.labels().containsKey(label)),
            name + " has no label " + label);
      }
    }
    assertTrue(any || expression.startsWith("up{"), "nothing is asked by " + expression);
  }

  /** Of requests only what has happened is served, and some of it, such as a 500, shall not. */
  private static boolean rare(String metric) {
    return metric.startsWith("http_server_requests");
  }

  private static boolean matches(MatchResult label, String value) {
    String wanted = label.group(3);
    return switch (label.group(2)) {
      case "=" -> value.equals(wanted);
      case "=~" -> value.matches(wanted);
      case "!=" -> !value.equals(wanted);
      default -> !value.matches(wanted);
    };
  }
}
