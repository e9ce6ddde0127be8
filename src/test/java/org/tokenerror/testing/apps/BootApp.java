package org.tokenerror.testing.apps;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lists Spring Authorization Servers that Spring Boot starts on a server within the application.
 *
 * <p>Their clients are those of {@link RealApp}. They are built from {@code src/test/apps}.
 */
public enum BootApp {
  BOOT3,
  BOOT3_JETTY,
  BOOT4;

  private static final Pattern LISTENING =
      Pattern.compile("(Tomcat|Jetty) started on ports?\\D+(\\d+)");

  /**
   * Starts the application in a process of its own.
   *
   * @param jars what is on its class path besides its own, in front
   * @param environment variables of the process, besides those of this one
   * @param arguments of the command line, such as {@code --token-error-filter.mode=observe}
   * @throws IOException when it does not start; the message is what it printed
   */
  public ServerProcess start(List<Path> jars, Map<String, String> environment, String... arguments)
      throws IOException {
    Path built =
        TomcatRelease.path("it.apps").resolve(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    String classPath =
        Stream.concat(jars.stream(), Stream.of(built.resolve("classes"), built.resolve("lib/*")))
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1")); // it lives for seconds
    command.addAll(List.of("-cp", classPath, "com.example.shop.ShopApplication"));
    command.addAll(List.of("--server.port=0", "--server.address=127.0.0.1"));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return ServerProcess.start(builder, LISTENING);
  }

  /** Returns the one jar of the filter that brings everything. */
  public static Path filterJar() {
    return TomcatRelease.TOMCAT_11.filterJar();
  }
}
