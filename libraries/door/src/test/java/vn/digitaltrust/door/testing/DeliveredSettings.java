package vn.digitaltrust.door.testing;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import vn.digitaltrust.door.settings.OwnSecrets;
import vn.digitaltrust.journal.Journal;

/** The settings of a service as they are delivered, in production and with nothing added. */
public final class DeliveredSettings {
  private DeliveredSettings() {}

  /** What the module in this folder and the libraries say together. */
  public static SmallRyeConfig read() throws IOException {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withProfile("prod")
        .withSources(
            new PropertiesConfigSource(
                Path.of("src/main/resources/application.properties").toUri().toURL(), 250),
            library(OwnSecrets.class),
            library(Journal.class))
        .build();
  }

  private static PropertiesConfigSource library(Class<?> inside) throws IOException {
    URL jar = inside.getProtectionDomain().getCodeSource().getLocation();
    String root = jar.getPath().endsWith(".jar") ? "jar:" + jar + "!/" : jar.toString();
    return new PropertiesConfigSource(
        new URL(root + "META-INF/microprofile-config.properties"), 100);
  }
}
