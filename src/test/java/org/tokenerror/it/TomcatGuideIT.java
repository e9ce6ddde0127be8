package org.tokenerror.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.it.GuideApps.Reach;
import org.tokenerror.testing.apps.ServerProcess;
import org.tokenerror.testing.apps.TomcatProcess;

/** Follows docs/containers/tomcat.md with the scripts of a Tomcat distribution. */
final class TomcatGuideIT {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"it.tomcat10", "it.tomcat11"})
  void mountsTheJarIntoOneApplication(String tomcat) throws IOException {
    Path base = base(tomcat);
    GuideApps.plain(base.resolve("webapps/app.war"));
    GuideApps.plain(base.resolve("webapps/other.war"));
    follow("One application", base);
    try (ServerProcess server = start(tomcat, base)) {
      GuideApps.assertReach(server, "app", Reach.ALL_FILTERS);
      GuideApps.assertReach(server, "other", Reach.NOTHING);
      GuideApps.assertActive(guide(), server, folder);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"it.tomcat10", "it.tomcat11"})
  void mountsTheJarIntoAllApplications(String tomcat) throws IOException {
    Path base = base(tomcat);
    GuideApps.plain(base.resolve("webapps/app.war"));
    GuideApps.strict(base.resolve("webapps/strict.war"));
    follow("All applications", base);
    try (ServerProcess server = start(tomcat, base)) {
      GuideApps.assertReach(server, "app", Reach.ALL_FILTERS);
      GuideApps.assertReach(server, "strict", Reach.NOTHING);
      GuideApps.assertActive(guide(), server, folder);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"it.tomcat10", "it.tomcat11"})
  void putsTheJarIntoTheLibOfTheServer(String tomcat) throws IOException {
    Path base = base(tomcat);
    GuideApps.plain(base.resolve("webapps/app.war"));
    GuideApps.rival(base.resolve("webapps/rival.war"));
    GuideApps.strict(base.resolve("webapps/strict.war"));
    follow("All applications, those with absolute ordering included", base);
    try (ServerProcess server = start(tomcat, base)) {
      GuideApps.assertReach(server, "app", Reach.ALL_FILTERS);
      GuideApps.assertReach(server, "rival", Reach.ALL_FILTERS);
      GuideApps.assertReach(server, "strict", Reach.ALL_FILTERS);
      GuideApps.assertActive(guide(), server, folder);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"it.tomcat10", "it.tomcat11"})
  void givesAnApplicationAnotherDescriptor(String tomcat) throws IOException {
    Path base = base(tomcat);
    GuideApps.strict(base.resolve("webapps/app.war"));
    follow("An application with absolute ordering", base);
    try (ServerProcess server = start(tomcat, base)) {
      GuideApps.assertReach(server, "app", Reach.ALL_FILTERS);
      GuideApps.assertActive(guide(), server, folder);
    }
  }

  @Test
  void findsNothingWhereNothingWasDone() throws IOException {
    Path base = base("it.tomcat10");
    GuideApps.plain(base.resolve("webapps/app.war"));
    try (ServerProcess server = start("it.tomcat10", base)) {
      GuideApps.assertReach(server, "app", Reach.NOTHING);
    }
  }

  private static Guide guide() throws IOException {
    return Guide.of("tomcat");
  }

  private void follow(String heading, Path base) throws IOException {
    Path jar = Path.of(System.getProperty("it.filter.all.jar"));
    Files.copy(jar, folder.resolve(jar.getFileName()));
    Guide.run(guide().command(heading), folder, Map.of("CATALINA_BASE", base.toString()));
  }

  /** Makes a base as RUNNING.txt says; only the ports are chosen by the system. */
  private Path base(String tomcat) throws IOException {
    Path conf = Path.of(System.getProperty(tomcat), "conf");
    Path base = Files.createDirectory(folder.resolve("base"));
    for (String child : new String[] {"conf", "lib", "logs", "temp", "webapps", "work"}) {
      Files.createDirectory(base.resolve(child));
    }
    try (Stream<Path> files = Files.list(conf)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, base.resolve("conf").resolve(file.getFileName()));
      }
    }
    Path server = base.resolve("conf/server.xml");
    String text = Files.readString(server);
    Files.writeString(
        server,
        text.replace("<Server port=\"8005\"", "<Server port=\"-1\"")
            .replace("<Connector port=\"8080\"", "<Connector address=\"127.0.0.1\" port=\"0\""));
    return base;
  }

  private static ServerProcess start(String tomcat, Path base) throws IOException {
    Path home = Path.of(System.getProperty(tomcat));
    ProcessBuilder command =
        new ProcessBuilder("bash", home.resolve("bin/catalina.sh").toString(), "run");
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    command.environment().put("CATALINA_HOME", home.toString());
    command.environment().put("CATALINA_BASE", base.toString());
    command.environment().put("CATALINA_OPTS", "-Xmx256m -XX:TieredStopAtLevel=1");
    return ServerProcess.start(command, TomcatProcess.LISTENING);
  }
}
