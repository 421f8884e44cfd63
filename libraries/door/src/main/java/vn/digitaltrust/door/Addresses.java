package vn.digitaltrust.door;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * DOOR-25: the addresses of an API as a tree of their segments: which methods each takes, and in
 * which form it is written down.
 */
public final class Addresses {
  private final Node root = new Node();

  /** What follows after some segments, and what stands there itself. */
  private static final class Node {
    private final Map<String, Node> words = new HashMap<>();
    private final Set<String> methods = new TreeSet<>();
    private Node any;
    private String template;
  }

  /**
   * Adds an operation.
   *
   * @param template the form of its address, such as {@code /registry/v1/kols/{id}}
   */
  public void add(String template, String method) {
    Node node = root;
    StringBuilder form = new StringBuilder();
    for (String part : segments(template)) {
      form.append('/').append(part);
      if (!part.startsWith("{")) {
        node = node.words.computeIfAbsent(part, word -> new Node());
      } else {
        node.any = node.any == null ? new Node() : node.any;
        node = node.any;
      }
    }
    node.template = form.isEmpty() ? "/" : form.toString();
    node.methods.add(method);
  }

  /**
   * The methods of an address in the form of {@code Allow} (RFC 9110, 10.2.1); empty where nothing
   * stands. An address of several forms takes the methods of all of them.
   */
  public String allow(String path) {
    Set<String> allowed = new TreeSet<>();
    at(path).forEach(node -> allowed.addAll(node.methods));
    if (allowed.contains("GET")) {
      allowed.add("HEAD");
    }
    if (!allowed.isEmpty()) {
      allowed.add("OPTIONS");
    }
    return String.join(", ", allowed);
  }

  /** The form of an address, with words before parameters; null where nothing stands. */
  public String template(String path) {
    List<Node> found = at(path);
    return found.isEmpty() ? null : found.get(0).template;
  }

  private List<Node> at(String path) {
    List<Node> found = new ArrayList<>(2);
    find(root, segments(path), 0, found);
    return found;
  }

  private static void find(Node node, List<String> path, int depth, List<Node> found) {
    if (depth == path.size()) {
      if (node.template != null) {
        found.add(node);
      }
      return;
    }
    Node word = node.words.get(path.get(depth));
    if (word != null) {
      find(word, path, depth + 1, found);
    }
    if (node.any != null) {
      find(node.any, path, depth + 1, found);
    }
  }

  private static List<String> segments(String path) {
    List<String> parts = new ArrayList<>(6);
    for (String part : path.split("/")) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return parts;
  }
}
