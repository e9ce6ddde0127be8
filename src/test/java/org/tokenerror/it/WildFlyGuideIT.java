package org.tokenerror.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenerror.it.GuideApps.Reach;
import org.tokenerror.testing.apps.ServerProcess;

/** Follows docs/containers/wildfly.md with the scripts of a WildFly. */
final class WildFlyGuideIT {
  private static final Path PROVISIONED = Path.of(System.getProperty("it.wildfly"));
  private static final Pattern STARTED = Pattern.compile("WFLYSRV0025: .* started in (\\d+)ms");

  @TempDir private Path folder;
  private Path home;
  private int http;
  private int management;

  /** Copies the server: the commands change its configuration and its modules. */
  @BeforeEach
  void copyTheServer() throws IOException {
    assumeTrue(Files.isDirectory(PROVISIONED), "WildFly is skipped");
    home = folder.resolve("wildfly");
    Guide.run("cp -r \"$FROM\" \"$TO\"", folder, Map.of("FROM", "" + PROVISIONED, "TO", "" + home));
    for (String property : List.of("it.filter.jar", "it.filter.all.jar")) {
      Path jar = Path.of(System.getProperty(property));
      Files.copy(jar, folder.resolve(jar.getFileName()));
    }
    http = freePort();
    management = freePort();
    Path cli = home.resolve("bin/jboss-cli.xml");
    Files.writeString(
        cli,
        Files.readString(cli)
            .replace("<port>9990</port>", "<port>" + management + "</port>")
            .replaceFirst("<enabled>true</enabled>", "<enabled>false</enabled>") // no history
            .replace("<silent>", "<connection-timeout>60000</connection-timeout>\n<silent>"));
  }

  @Test
  void laysTheJarOverOneDeployment() throws IOException {
    GuideApps.plain(deployment("app.war"));
    GuideApps.plain(deployment("other.war"));
    try (ServerProcess server = start()) {
      GuideApps.assertReach(server, "app", Reach.NOTHING);
      List<String> commands = guide().commands("One deployment");
      follow(commands.get(0));
      GuideApps.assertReach(server, "app", Reach.ALL_FILTERS);
      GuideApps.assertReach(server, "other", Reach.NOTHING);
      GuideApps.assertActive(guide(), server, folder);
      follow(commands.get(1));
      GuideApps.assertReach(server, "app", Reach.NOTHING);
    }
  }

  @Test
  void putsTheJarIntoADirectoryOfAllDeployments() throws IOException {
    GuideApps.strict(deployment("strict.war"));
    GuideApps.plain(deployment("app.war"));
    try (ServerProcess server = start()) {
      List<String> commands = guide().commands("All deployments: a directory");
      follow(commands.get(0));
      GuideApps.assertReach(server, "app", Reach.DECLARED_FILTERS);
      GuideApps.assertReach(server, "strict", Reach.ALL_FILTERS);
      GuideApps.assertActive(guide(), server, folder);
      follow(commands.get(1));
      GuideApps.assertReach(server, "app", Reach.NOTHING);
    }
  }

  @Test
  void makesTheJarAModuleOfAllDeployments() throws IOException {
    GuideApps.strict(deployment("strict.war"));
    GuideApps.plain(deployment("app.war"));
    try (ServerProcess server = start()) {
      follow(guide().command("All deployments: a module"));
      GuideApps.assertReach(server, "app", Reach.DECLARED_FILTERS);
      GuideApps.assertReach(server, "strict", Reach.ALL_FILTERS);
      GuideApps.assertActive(guide(), server, folder);
    }
  }

  @Test
  void laysAnotherDescriptorOverADeployment() throws IOException {
    GuideApps.strict(deployment("app.war"));
    GuideApps.strict(folder.resolve("app.war"));
    try (ServerProcess server = start()) {
      GuideApps.assertReach(server, "app", Reach.NOTHING);
      follow(guide().command("A deployment with absolute ordering"));
      GuideApps.assertReach(server, "app", Reach.ALL_FILTERS);
      GuideApps.assertActive(guide(), server, folder);
    }
  }

  private static Guide guide() throws IOException {
    return Guide.of("wildfly");
  }

  private void follow(String commands) throws IOException {
    Guide.run(
        commands,
        folder,
        Map.of("JBOSS_HOME", home.toString(), "JAVA_HOME", System.getProperty("java.home")));
  }

  private Path deployment(String name) {
    return home.resolve("standalone/deployments").resolve(name);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private ServerProcess start() throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(
            "bash",
            home.resolve("bin/standalone.sh").toString(),
            "-Djboss.bind.address=127.0.0.1",
            "-Djboss.http.port=" + http,
            "-Djboss.https.port=0",
            "-Djboss.management.http.port=" + management);
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    command.environment().put("JBOSS_HOME", home.toString());
    command.environment().put("JAVA_OPTS", "-Xmx512m -Djava.net.preferIPv4Stack=true");
    command.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "true"); // a signal reaches Java
    return ServerProcess.start(command, STARTED, http);
  }
}
