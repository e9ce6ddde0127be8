package org.tokenerror.it.jetty;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/**
 * Is a running Jetty: {@code java -jar start.jar} in a folder whose {@code webapps} holds the
 * applications, as its users run it.
 *
 * <p>What became of an application is read in the server's log, which says it to its users too.
 */
final class JettyProcess implements AutoCloseable {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

  private final Process process;
  private final Path webapps;
  private final Path log;
  private final Thread hook = new Thread(this::kill);

  private JettyProcess(Process process, Path webapps, Path log) {
    this.process = process;
    this.webapps = webapps;
    this.log = log;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  static JettyProcess start(JettySettings settings) throws IOException {
    Path webapps = settings.base().resolve("webapps");
    Path log = settings.base().resolve("jetty.log");
    Files.createDirectories(webapps);
    Process process =
        new ProcessBuilder(command(settings))
            .directory(settings.base().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    JettyProcess jetty = new JettyProcess(process, webapps, log);
    jetty.await(0, Pattern.compile("Started oejs\\.Server@").asPredicate());
    return jetty;
  }

  private static List<String> command(JettySettings settings) {
    List<String> command = new ArrayList<>();
    command.add(settings.java().toString());
    command.addAll(settings.javaArguments());
    command.add("-jar");
    command.add(settings.startJar().toString());
    command.add("jetty.base=" + settings.base());
    command.add("jetty.http.host=127.0.0.1");
    command.add("jetty.http.port=" + settings.httpPort());
    return command;
  }

  /** Deploys an application and returns when it has started; throws with Jetty's words if not. */
  void deploy(Archive<?> archive) throws IOException {
    String name = archive.getName();
    Pattern started = said("ServletContextHandler:[^:]*: Started", name);
    Pattern failed = said("Failed startup of context", name);
    long before = Files.size(log);
    archive.as(ZipExporter.class).exportTo(webapps.resolve(name).toFile(), true);
    String words =
        await(before, text -> started.matcher(text).find() || failed.matcher(text).find());
    if (failed.matcher(words).find()) {
      undeploy(name);
      await(before, said("Stopped", name).asPredicate());
      throw new IOException(name + " did not start: " + words);
    }
  }

  /** Takes an application away; the server notices within a second or two. */
  void undeploy(String name) throws IOException {
    Files.deleteIfExists(webapps.resolve(name));
  }

  private static Pattern said(String verb, String archive) {
    String context = archive.substring(0, archive.lastIndexOf('.'));
    return Pattern.compile(verb + " oeje10w\\.WebAppContext@[^{]*\\{[^,]*,/" + context + ",");
  }

  /** Waits for something in the log behind a position, and returns all that is there then. */
  private String await(long position, Predicate<String> condition) throws IOException {
    long start = System.nanoTime();
    while (true) {
      boolean ended = !process.isAlive();
      byte[] all = Files.readAllBytes(log);
      int from = (int) position;
      String words = new String(all, from, all.length - from, StandardCharsets.UTF_8);
      if (condition.test(words)) {
        return words;
      }
      if (ended || System.nanoTime() - start > PATIENCE_NANOS) {
        throw new IOException((ended ? "Jetty has ended: " : "waited too long: ") + words);
      }
      pause();
    }
  }

  private static void pause() throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(hook);
    kill();
  }

  private void kill() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
