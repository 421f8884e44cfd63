package vn.digitaltrust.journal;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A Java process of its own, with the test class path, that can be killed at any moment. */
final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader lines;

  Child(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lines = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Reads that many lines of its output: it has come so far at least. */
  Child awaitLines(int count) {
    for (int i = 0; i < count; i++) {
      try {
        if (lines.readLine() == null) {
          throw new AssertionError("the process ended by itself, with " + process.waitFor());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return this;
  }

  /** SIGKILL: no hook runs, nothing is flushed, no transaction is ended. */
  void kill() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
