package org.tokenerror.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;

/**
 * Compares three Tomcats, each in a process of its own, under the same load: without a filter, with
 * this filter, and with one that buffers.
 *
 * <p>They take turns of about a second, so that whatever else the machine does hits all three; the
 * ratio of two turns of one round is a pair. New processes are started several times, because no
 * two runs of a just-in-time compiler are alike.
 */
final class LoadComparison {
  private static final int STARTS = 3;
  private static final int ROUNDS = 4;
  private static final int CONNECTIONS = 4;
  private static final long WARM_UP_NANOSECONDS = 2_500_000_000L;
  private static final long TURN_NANOSECONDS = 1_000_000_000L;
  private static final List<String> OPTIONS = List.of("-Xms256m", "-Xmx256m", "-XX:+UseSerialGC");

  /** Says what stands before the servlet. */
  enum Variant {
    BARE,
    FILTER,
    BUFFERING;

    String argument() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Names what the servlet is asked for, and the status that has to come. */
  record Scenario(String name, String order, int status) {}

  /** Holds what one turn cost. */
  record Turn(double cpuMicroseconds, double perSecond, double firstByteMicroseconds) {}

  private static final List<Scenario> SCENARIOS =
      List.of(
          new Scenario("success of 1 kB", SizedServlet.SUCCEED + (1 << 10), 200),
          new Scenario("success of 64 kB", SizedServlet.SUCCEED + (64 << 10), 200),
          new Scenario("success of 10 MB", SizedServlet.SUCCEED + (10 << 20), 200),
          new Scenario("sendError(401)", SizedServlet.REFUSE + 0, 401));

  private final Map<Scenario, Map<Variant, List<Turn>>> turns = new LinkedHashMap<>();

  /** Runs everything; takes about four minutes. */
  static LoadComparison run() throws IOException, InterruptedException {
    LoadComparison comparison = new LoadComparison();
    for (int start = 0; start < STARTS; start++) {
      comparison.runOnce();
    }
    return comparison;
  }

  private void runOnce() throws IOException, InterruptedException {
    try (ChildJvm bare = server(Variant.BARE);
        ChildJvm filter = server(Variant.FILTER);
        ChildJvm buffering = server(Variant.BUFFERING)) {
      Map<Variant, Integer> ports = new EnumMap<>(Variant.class);
      ports.put(Variant.BARE, Integer.parseInt(bare.line()));
      ports.put(Variant.FILTER, Integer.parseInt(filter.line()));
      ports.put(Variant.BUFFERING, Integer.parseInt(buffering.line()));
      for (Scenario scenario : SCENARIOS) {
        for (int port : ports.values()) {
          turn(port, scenario, WARM_UP_NANOSECONDS);
        }
        for (int round = 0; round < ROUNDS; round++) {
          for (Variant variant : Variant.values()) {
            Turn turn = turn(ports.get(variant), scenario, TURN_NANOSECONDS);
            turnsOf(scenario, variant).add(turn);
          }
        }
      }
    }
  }

  private static ChildJvm server(Variant variant) throws IOException {
    return ChildJvm.start(OPTIONS, LoadServer.class, variant.argument());
  }

  private List<Turn> turnsOf(Scenario scenario, Variant variant) {
    return turns
        .computeIfAbsent(scenario, key -> new EnumMap<>(Variant.class))
        .computeIfAbsent(variant, key -> new ArrayList<>());
  }

  private static Turn turn(int port, Scenario scenario, long nanoseconds)
      throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      long cpu = LoadClient.number(port, LoadServer.METER);
      long start = System.nanoTime();
      Callable<LoadClient.Tally> load =
          () -> LoadClient.load(port, scenario.order(), scenario.status(), start + nanoseconds);
      List<Future<LoadClient.Tally>> tallies = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        tallies.add(threads.submit(load));
      }
      long requests = 0;
      long firstBytes = 0;
      for (Future<LoadClient.Tally> tally : tallies) {
        requests += tally.get().requests();
        firstBytes += tally.get().firstByteNanoseconds();
      }
      long elapsed = System.nanoTime() - start;
      long used = LoadClient.number(port, LoadServer.METER) - cpu;
      return new Turn(used / 1e3 / requests, requests * 1e9 / elapsed, firstBytes / 1e3 / requests);
    } catch (ExecutionException e) {
      throw new IOException("the load failed", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  /** Writes the figures as a table in Markdown. */
  List<String> table() {
    List<String> rows = new ArrayList<>();
    rows.add(
        "| answer | CPU bare, µs | filter / bare | buffering / bare | throughput filter / bare"
            + " | throughput filter / buffering | first byte bare, µs | filter | buffering |");
    rows.add("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
    turns.forEach((scenario, all) -> rows.add(row(scenario, all)));
    return rows;
  }

  private static String row(Scenario scenario, Map<Variant, List<Turn>> all) {
    List<Turn> bare = all.get(Variant.BARE);
    List<Turn> filter = all.get(Variant.FILTER);
    List<Turn> buffering = all.get(Variant.BUFFERING);
    return String.join(
        " | ",
        "| " + scenario.name(),
        number(median(bare, Turn::cpuMicroseconds)),
        pairs(filter, bare, Turn::cpuMicroseconds),
        pairs(buffering, bare, Turn::cpuMicroseconds),
        pairs(filter, bare, Turn::perSecond),
        pairs(filter, buffering, Turn::perSecond),
        number(median(bare, Turn::firstByteMicroseconds)),
        number(median(filter, Turn::firstByteMicroseconds)),
        number(median(buffering, Turn::firstByteMicroseconds)) + " |");
  }

  /** The median of the ratios of all pairs, with the first and the third quartile. */
  private static String pairs(List<Turn> of, List<Turn> to, ToDoubleFunction<Turn> figure) {
    double[] ratios = new double[of.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = figure.applyAsDouble(of.get(i)) / figure.applyAsDouble(to.get(i));
    }
    return String.format(
        Locale.ROOT,
        "%.3f (%.3f-%.3f)",
        Quantiles.of(ratios, 0.5),
        Quantiles.of(ratios, 0.25),
        Quantiles.of(ratios, 0.75));
  }

  private static double median(List<Turn> all, ToDoubleFunction<Turn> figure) {
    return Quantiles.of(all.stream().mapToDouble(figure).toArray(), 0.5);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
