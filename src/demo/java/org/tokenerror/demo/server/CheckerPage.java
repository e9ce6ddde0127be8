package org.tokenerror.demo.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;

/**
 * Lets the checker look at both endpoints of the demo, and serves the page that compares them.
 *
 * <p>The checker runs as a program of its own, as a user would run it; it is in no class path of
 * the server.
 */
final class CheckerPage {
  static final String PATH = "/checker";

  private static final String INDEX = "index.html";
  private static final String WAIT =
      "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta http-equiv=\"refresh\""
          + " content=\"2\"><title>The checker</title></head><body><p>The checker is at work. This page"
          + " reloads until it has finished.</p></body></html>\n";

  private final Path checker;
  private final Path directory;

  private CheckerPage(Path checker, Path directory) {
    this.checker = checker;
    this.directory = directory;
  }

  /** Adds the page to a server that has not started yet. */
  static CheckerPage addTo(Tomcat tomcat, Path checker, Path directory) throws IOException {
    Path pages = Files.createDirectory(directory.resolve("checker"));
    Files.writeString(pages.resolve(INDEX), WAIT);
    Context context = tomcat.addContext(PATH, pages.toString());
    Wrapper files =
        Tomcat.addServlet(context, "files", "org.apache.catalina.servlets.DefaultServlet");
    files.setLoadOnStartup(1);
    context.addServletMappingDecoded("/", "files");
    context.addWelcomeFile(INDEX);
    context.addMimeMapping("html", "text/html;charset=UTF-8");
    return new CheckerPage(checker, pages);
  }

  /** Starts to check; the page is there some seconds later. */
  void fill(String bare, String filtered) {
    Thread thread = new Thread(() -> compare(bare, filtered), "demo-checker");
    thread.setDaemon(true);
    thread.start();
  }

  private void compare(String bare, String filtered) {
    Path before = directory.resolve("before.json");
    Path after = directory.resolve("after.json");
    Path page = directory.resolve("page.html");
    try {
      check(bare, before);
      // What the filter has to say about ninety wrong requests would fill the console.
      Logger filter = Logger.getLogger("org.tokenerror");
      filter.setLevel(Level.OFF);
      try {
        check(filtered, after);
      } finally {
        filter.setLevel(null);
      }
      run(List.of("--compare", before.toString(), after.toString(), "--html", page.toString()));
      Files.move(page, directory.resolve(INDEX), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      System.err.println("The checker's page could not be made: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void check(String endpoint, Path result) throws IOException, InterruptedException {
    run(List.of(endpoint, "--client", "demo-client:demo-secret", "--json", result.toString()));
  }

  private void run(List<String> arguments) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder command =
        new ProcessBuilder(java, "-jar", checker.toString(), "check", "--quiet");
    command.command().addAll(arguments);
    command.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    command.redirectError(ProcessBuilder.Redirect.INHERIT);
    command.start().waitFor();
  }
}
