package vn.digitaltrust.deploy.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.digitaltrust.deploy.http.Http;

/**
 * What a benchmark found: of each figure one value per round, told as median and range, beside the
 * aim if there is one.
 */
public final class Figures {
  private final Map<String, Figure> figures = new LinkedHashMap<>();

  /** What a figure should be at least, or at most. */
  private record Aim(boolean atLeast, double bound) {
    boolean isMetBy(double value) {
      return atLeast ? value >= bound : value <= bound;
    }

    @Override
    public String toString() {
      return (atLeast ? "≥ " : "≤ ") + number(bound);
    }
  }

  private static final class Figure {
    private final String unit;
    private final List<Double> values = new ArrayList<>();
    private Aim aim;

    private Figure(String unit) {
      this.unit = unit;
    }

    private double[] sorted() {
      double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
      Arrays.sort(sorted);
      return sorted;
    }

    private double median() {
      return sorted()[(values.size() - 1) / 2];
    }
  }

  /** Notes one round's value. */
  public void note(String what, String unit, double value) {
    figures.computeIfAbsent(what, first -> new Figure(unit)).values.add(value);
  }

  /** Adds the figures of another measurement. */
  public void add(Figures others) {
    figures.putAll(others.figures);
  }

  /** Forgets what was noted so far: it only warmed up. */
  public void forget() {
    figures.clear();
  }

  /** Says what the median should be at least. */
  public void atLeast(String what, double bound) {
    aim(what, new Aim(true, bound));
  }

  /** Says what the median should be at most. */
  public void atMost(String what, double bound) {
    aim(what, new Aim(false, bound));
  }

  private void aim(String what, Aim aim) {
    Figure figure = figures.get(what);
    if (figure != null) {
      figure.aim = aim;
    }
  }

  /** One line per figure. */
  public String table() {
    StringBuilder table = new StringBuilder();
    figures.forEach(
        (what, figure) -> {
          double[] sorted = figure.sorted();
          table.append(
              String.format(
                  Locale.ROOT,
                  "%-58s %12s  %-25s %-11s %s%n",
                  what,
                  number(figure.median()),
                  "(%s to %s)".formatted(number(sorted[0]), number(sorted[sorted.length - 1])),
                  figure.unit,
                  figure.aim == null
                      ? ""
                      : figure.aim + (figure.aim.isMetBy(figure.median()) ? "  met" : "  MISSED")));
        });
    return table.toString();
  }

  /** All values of all rounds, for machines. */
  public ObjectNode json() {
    ObjectNode all = Http.JSON.createObjectNode();
    figures.forEach(
        (what, figure) -> {
          ObjectNode one = all.putObject(what);
          one.put("unit", figure.unit);
          one.put("median", figure.median());
          one.put("lowest", figure.sorted()[0]);
          one.put("highest", figure.sorted()[figure.values.size() - 1]);
          figure.values.forEach(one.withArray("rounds")::add);
          if (figure.aim != null) {
            one.put(figure.aim.atLeast() ? "atLeast" : "atMost", figure.aim.bound());
            one.put("met", figure.aim.isMetBy(figure.median()));
          }
        });
    return all;
  }

  private static String number(double value) {
    return String.format(
        Locale.ROOT, value >= 1_000 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
  }
}
