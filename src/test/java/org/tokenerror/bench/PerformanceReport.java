package org.tokenerror.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures everything and prints the tables of {@code docs/performance.md}, in less than ten
 * minutes.
 */
public final class PerformanceReport {
  private static final int STARTS = 7;
  private static final int FIGURES = 6;

  private final PrintStream out;
  private final Path directory;

  private PerformanceReport(PrintStream out, Path directory) {
    this.out = out;
    this.directory = directory;
  }

  /**
   * Runs all measurements.
   *
   * @param arguments a directory for logs, and the {@code -all} jar
   */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, RunnerException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path directory = Files.createDirectories(Path.of(arguments[0]));
    PerformanceReport report = new PerformanceReport(out, directory);
    report.machine();
    report.startUp(arguments[1]);
    report.memory();
    report.load();
    report.classification();
    report.machine();
  }

  private void machine() throws IOException {
    Runtime runtime = Runtime.getRuntime();
    out.printf(
        Locale.ROOT,
        "%s, %d processors, %s %s, load average %.2f%n",
        processor(),
        runtime.availableProcessors(),
        System.getProperty("java.vm.name"),
        System.getProperty("java.vm.version"),
        java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String processor() throws IOException {
    Path description = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(description)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(description)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    }
  }

  // ------------------------------------------------------------------ start-up

  private void startUp(String jar) throws IOException {
    List<double[]> without = new ArrayList<>();
    List<double[]> with = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      without.add(started());
      with.add(started(jar));
    }
    out.printf("%n## Start of a web application%n%n");
    out.println(
        "| median of "
            + STARTS
            + " | start, ms | processor time, ms | first success, ms | second"
            + " | first failure, ms | second |");
    out.println("|---|--:|--:|--:|--:|--:|--:|");
    out.println(row("without the jar", without));
    out.println(row("with the jar", with));
  }

  private static double[] started(String... jars) throws IOException {
    String serverOnly =
        Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
            .filter(PerformanceReport::isServer)
            .collect(Collectors.joining(System.getProperty("path.separator")));
    try (ChildJvm child = ChildJvm.start(List.of(), serverOnly, StartUpProbe.class, jars)) {
      return Stream.of(child.line().split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
  }

  /** Leaves out the filter and JSON-B, which only the web application is to bring. */
  private static boolean isServer(String entry) {
    String name = Path.of(entry).getFileName().toString();
    return name.equals("test-classes")
        || name.startsWith("tomcat-embed-core")
        || name.startsWith("tomcat-annotations");
  }

  private static String row(String name, List<double[]> starts) {
    StringBuilder row = new StringBuilder("| ").append(name);
    for (int i = 0; i < FIGURES; i++) {
      int column = i;
      double[] figures = starts.stream().mapToDouble(start -> start[column]).toArray();
      row.append(String.format(Locale.ROOT, " | %.1f", Quantiles.of(figures, 0.5)));
    }
    return row.append(" |").toString();
  }

  // ------------------------------------------------------------------ memory, load

  private void memory() throws IOException {
    out.printf("%n## Memory%n%n");
    try (ChildJvm child = ChildJvm.start(List.of("-Xmx64m"), MemoryProbe.class)) {
      child.lines().forEach(out::println);
    }
  }

  private void load() throws IOException, InterruptedException {
    out.printf("%n## Load%n%n");
    LoadComparison.run().table().forEach(out::println);
  }

  // ------------------------------------------------------------------ classification

  private void classification() throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options.include(PerformanceReport.class.getPackageName() + "\\..*FailureBenchmark");
    options.addProfiler(GCProfiler.class);
    options.output(directory.resolve("jmh.log").toString());
    out.printf("%n## Decision%n%n");
    out.println("| what | failure | µs | ± | bytes allocated |");
    out.println("|---|---|--:|--:|--:|");
    for (RunResult result : new Runner(options.build()).run()) {
      out.println(row(result));
    }
  }

  private static String row(RunResult result) {
    List<String> parameters =
        result.getParams().getParamsKeys().stream().map(result.getParams()::getParam).toList();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.1f | %.1f | %.0f |",
        result.getPrimaryResult().getLabel(),
        String.join(", ", parameters),
        result.getPrimaryResult().getScore(),
        result.getPrimaryResult().getScoreError(),
        result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
  }
}
