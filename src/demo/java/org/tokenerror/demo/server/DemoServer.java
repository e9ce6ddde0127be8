package org.tokenerror.demo.server;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;

/**
 * Runs the demo's WAR on an embedded Tomcat until it is stopped with Ctrl-C.
 *
 * <p>It listens on the loopback address only, and everything it unpacks lies in a temporary
 * directory that goes when it stops. With the system property {@code demo.checker}, the path of the
 * -cli jar, it also serves what the checker finds out about its endpoints.
 *
 * <pre>
 * DemoServer &lt;demo.war&gt; [port]
 * </pre>
 */
public final class DemoServer {

  private static final String HOST = "127.0.0.1";
  private static final int DEFAULT_PORT = 8080;
  private static final int USAGE = 2;
  private static final String FILTER_PACKAGE = "org.tokenerror.";

  private final Path war;
  private final int port;
  private final Path directory;
  private final Tomcat tomcat = new Tomcat();

  /** Keeps the loggers alive: a level set on a logger that nobody holds may be forgotten. */
  private final List<Logger> quietLoggers = new ArrayList<>();

  private DemoServer(Path war, int port, Path directory) {
    this.war = war;
    this.port = port;
    this.directory = directory;
  }

  /**
   * Starts the demo and waits until it is stopped.
   *
   * @param args the path of the demo's WAR and, optionally, the port (else the system property
   *     {@code demo.port}, else 8080)
   * @throws IOException if no temporary directory can be made
   * @throws LifecycleException if the server does not start
   */
  public static void main(String[] args) throws IOException, LifecycleException {
    if (args.length < 1 || args.length > 2) {
      throw quit("Usage: DemoServer <path of the demo WAR> [port]");
    }
    Path war = Path.of(args[0]).toAbsolutePath().normalize();
    if (!Files.isRegularFile(war)) {
      throw quit("No such WAR: " + war + " (to build and serve it: mvn -q -Pdemo)");
    }
    if (!isWar(war)) {
      throw quit("Not a WAR, for lack of a readable WEB-INF/web.xml: " + war);
    }
    int port = freePort(wantedPort(args));
    DemoServer server = new DemoServer(war, port, Files.createTempDirectory("token-error-demo"));
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "demo-stop"));
    server.start();
    server.tomcat.getServer().await();
  }

  private static boolean isWar(Path path) {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      return zip.getEntry("WEB-INF/web.xml") != null;
    } catch (IOException e) {
      return false;
    }
  }

  private static int wantedPort(String[] args) {
    String wanted =
        args.length > 1 ? args[1] : System.getProperty("demo.port", String.valueOf(DEFAULT_PORT));
    try {
      int port = Integer.parseInt(wanted);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below, together with numbers out of range.
    }
    throw quit("Not a port: " + wanted + " (0 to 65535; 0 takes any free one)");
  }

  private static int freePort(int wanted) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
      return socket.getLocalPort();
    } catch (IOException e) {
      if (wanted == 0) {
        throw e;
      }
      int free = freePort(0);
      System.out.println("Port " + wanted + " is taken: using " + free + " instead.");
      return free;
    }
  }

  private void start() throws IOException, LifecycleException {
    quiet("org.apache", Level.SEVERE);
    Files.createDirectory(directory.resolve("webapps"));
    tomcat.setBaseDir(directory.toString());
    Connector connector = new Connector();
    connector.setProperty("address", HOST);
    connector.setPort(port);
    connector.setThrowOnFailure(true);
    tomcat.setConnector(connector);
    StandardContext context = (StandardContext) tomcat.addWebapp("", war.toString());
    // The filter has to come from the WAR, even where the launcher's class path also has it.
    context.setContainerSciFilter("org\\.tokenerror\\..*");
    Optional<CheckerPage> checkerPage = checkerPage();
    tomcat.start();
    if (!context.getState().isAvailable()) {
      throw quit("The WAR could not be deployed: " + war);
    }
    // The demo fails on purpose: from here on the stack traces of its servlets are no news.
    quiet(context.getLogName(), Level.OFF);
    quiet("org.apache.coyote", Level.OFF);
    boolean filtered =
        Arrays.stream(context.findFilterDefs())
            .anyMatch(filter -> filter.getFilterClass().startsWith(FILTER_PACKAGE));
    if (!filtered) {
      System.out.println("This WAR has no filter inside: both endpoints will answer alike.");
    }
    String address = "http://" + HOST + ":" + port;
    checkerPage.ifPresent(
        page -> page.fill(address + "/bare-token-endpoint", address + "/oauth2/token"));
    String checker =
        checkerPage.map(page -> "\n  Checker    " + address + CheckerPage.PATH + "/").orElse("");
    String curl = "curl -i -u demo-client:wrong -d grant_type=client_credentials " + address;
    System.out.printf(
        """

        Token Error Filter demo

          Page       http://%1$s:%2$d/
          Filtered   %3$s/oauth2/token
          Bare       %3$s/bare-token-endpoint%4$s

        Both curl lines send a wrong client secret in the Authorization header. RFC 6749 section 5.2
        wants 401, a matching WWW-Authenticate and a JSON body: compare the two answers.
        Press Ctrl-C to stop.
        """,
        HOST, port, curl, checker);
  }

  private Optional<CheckerPage> checkerPage() throws IOException {
    Optional<Path> checker =
        Optional.ofNullable(System.getProperty("demo.checker"))
            .map(Path::of)
            .filter(Files::isRegularFile);
    return checker.isEmpty()
        ? Optional.empty()
        : Optional.of(CheckerPage.addTo(tomcat, checker.get(), directory));
  }

  private void quiet(String name, Level level) {
    Logger logger = Logger.getLogger(name);
    logger.setLevel(level);
    quietLoggers.add(logger);
  }

  private void stop() {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      System.err.println("The server did not stop cleanly: " + e.getMessage());
    }
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (IOException | UncheckedIOException e) {
      System.err.println("Left behind: " + directory);
    }
  }

  /** Ends the program with a message; typed as an exception so that callers can throw it. */
  private static IllegalStateException quit(String message) {
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    err.println(message);
    System.exit(USAGE);
    return new IllegalStateException(message);
  }
}
