package org.tokenerror.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/**
 * Deploys a web application in a fresh virtual machine, with or without the filter's jar in its
 * {@code WEB-INF/lib}, and prints what that took, and what the first requests took.
 *
 * <p>A line of output holds milliseconds: the start of the application, the processor time of it,
 * the first success, the second, the first failure, the second.
 */
final class StartUpProbe {
  private static final String WEB_XML =
      "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"5.0\"/>";

  private StartUpProbe() {}

  /** Takes the jar, or nothing to start without it. */
  public static void main(String[] arguments) throws IOException, LifecycleException {
    Logger.getLogger("").setLevel(Level.OFF);
    Path directory = Files.createTempDirectory("start-up");
    Tomcat tomcat = new Tomcat();
    try {
      Path application = Files.createDirectories(directory.resolve("application/WEB-INF/lib"));
      for (String jar : arguments) {
        Files.copy(Path.of(jar), application.resolve(Path.of(jar).getFileName()));
      }
      Files.writeString(application.resolveSibling("web.xml"), WEB_XML);
      tomcat.setBaseDir(directory.toString());
      tomcat.setPort(0);
      Connector connector = tomcat.getConnector();
      connector.setProperty("address", "127.0.0.1");
      deploy(tomcat, "/warm-up", Files.createDirectories(directory.resolve("empty")));
      tomcat.start(); // the server and an empty application: what is cold afterwards is ours
      long start = System.nanoTime();
      long cpu = cpu();
      deploy(tomcat, "", application.getParent().getParent());
      double started = milliseconds(start);
      double used = (cpu() - cpu) / 1e6;
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      out.printf(Locale.ROOT, "%.2f %.0f", started, used);
      requests(connector.getLocalPort(), out);
      out.println();
    } finally {
      tomcat.stop();
      tomcat.destroy();
      delete(directory);
    }
  }

  private static void deploy(Tomcat tomcat, String path, Path application) {
    Context context = tomcat.addWebapp(path, application.toString());
    Tomcat.addServlet(context, "token", new SizedServlet());
    context.addServletMappingDecoded("/token", "token");
  }

  private static void requests(int port, PrintStream out) throws IOException {
    try (LoadClient client = new LoadClient(port)) {
      // the classes of Tomcat and of this client that any request needs
      client.exchange(LoadClient.tokenRequest("/warm-up/token", SizedServlet.SUCCEED + 1024), 200);
      client.exchange(LoadClient.tokenRequest("/warm-up/token", SizedServlet.REFUSE + 0), 401);
      time(client, SizedServlet.SUCCEED + 1024, 200, out);
      time(client, SizedServlet.REFUSE + 0, 401, out);
    }
  }

  private static void time(LoadClient client, String order, int status, PrintStream out)
      throws IOException {
    for (int i = 0; i < 2; i++) {
      long start = System.nanoTime();
      client.exchange(LoadClient.tokenRequest("/token", order), status);
      out.printf(Locale.ROOT, " %.2f", milliseconds(start));
    }
  }

  private static double milliseconds(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(StartUpProbe::deleteOne);
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
