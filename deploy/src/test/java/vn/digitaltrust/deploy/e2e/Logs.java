package vn.digitaltrust.deploy.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must be true of the logs at any time. */
public final class Logs {
  /** Head and claims of any token, whoever was given it. */
  private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}");

  private Logs() {}

  /**
   * No log holds a token or the signature of one, which with what a token says makes it anew.
   *
   * @param sent tokens that were sent to the suite
   */
  public static void holdNoToken(Path folder, Collection<String> sent) throws IOException {
    List<String> secrets = new ArrayList<>(sent);
    sent.forEach(token -> secrets.add(token.substring(token.lastIndexOf('.') + 1)));
    try (Stream<Path> logs = Files.list(folder)) {
      for (Path log : logs.toList()) {
        String text = text(log);
        Matcher token = TOKEN.matcher(text);
        if (token.find()) {
          throw new AssertionError("a token is in %s: %s…".formatted(log, token.group()));
        }
        if (secrets.stream().anyMatch(text::contains)) {
          throw new AssertionError("a token's signature is in " + log);
        }
      }
    }
  }

  static String text(Path log) throws IOException {
    return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
  }
}
