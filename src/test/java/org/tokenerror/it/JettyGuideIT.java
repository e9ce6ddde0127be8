package org.tokenerror.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenerror.it.GuideApps.Reach;
import org.tokenerror.testing.apps.ServerProcess;

/** Follows docs/containers/jetty.md with a Jetty distribution. */
final class JettyGuideIT {
  private static final Path HOME = Path.of(System.getProperty("it.jetty"));
  private static final Pattern LISTENING =
      Pattern.compile("Started ServerConnector@.*\\{127\\.0\\.0\\.1:(\\d+)}");

  @TempDir private Path folder;

  @BeforeEach
  void needsTheServer() {
    assumeTrue(Files.isDirectory(HOME), "Jetty is skipped");
  }

  @Test
  void addsTheJarToOneApplication() throws IOException {
    Path base = base();
    GuideApps.plain(base.resolve("webapps/app.war"));
    GuideApps.plain(base.resolve("webapps/other.war"));
    follow("One application", base);
    try (ServerProcess server = start(base)) {
      GuideApps.assertReach(server, "app", Reach.ALL_FILTERS);
      GuideApps.assertReach(server, "other", Reach.NOTHING);
      GuideApps.assertActive(guide(), server, folder);
    }
  }

  @Test
  void cannotReachAnApplicationWithAbsoluteOrdering() throws IOException {
    Path base = base();
    GuideApps.strict(base.resolve("webapps/app.war"));
    follow("One application", base);
    try (ServerProcess server = start(base)) {
      GuideApps.assertReach(server, "app", Reach.NOTHING);
    }
  }

  @Test
  void givesAnApplicationAnotherDescriptor() throws IOException {
    Path base = base();
    GuideApps.strict(base.resolve("webapps/app.war"));
    follow("An application with absolute ordering", base);
    try (ServerProcess server = start(base)) {
      GuideApps.assertReach(server, "app", Reach.ALL_FILTERS);
      GuideApps.assertActive(guide(), server, folder);
    }
  }

  private static Guide guide() throws IOException {
    return Guide.of("jetty");
  }

  private void follow(String heading, Path base) throws IOException {
    Path jar = Path.of(System.getProperty("it.filter.all.jar"));
    Files.copy(jar, folder.resolve(jar.getFileName()));
    Guide.run(guide().command(heading), folder, Map.of("JETTY_BASE", base.toString()));
  }

  private Path base() throws IOException {
    Path base = Files.createDirectory(folder.resolve("base"));
    Files.createDirectory(base.resolve("webapps"));
    Files.createDirectory(base.resolve("start.d"));
    Files.writeString(
        base.resolve("start.d/server.ini"),
        """
        --module=http
        --module=ee10-deploy
        --module=ee10-annotations
        """);
    return base;
  }

  private static ServerProcess start(Path base) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder command =
        new ProcessBuilder(
            java,
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-jar",
            HOME.resolve("start.jar").toString(),
            "jetty.base=" + base,
            "jetty.http.host=127.0.0.1",
            "jetty.http.port=0");
    return ServerProcess.start(command, LISTENING);
  }
}
