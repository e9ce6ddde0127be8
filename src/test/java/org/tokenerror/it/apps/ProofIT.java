package org.tokenerror.it.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tokenerror.check.CheckResult;
import org.tokenerror.check.ComplianceCheck;
import org.tokenerror.check.judge.Judgement;
import org.tokenerror.check.judge.Level;
import org.tokenerror.check.report.HtmlReport;
import org.tokenerror.testing.apps.RealApp;
import org.tokenerror.testing.apps.RunningApp;
import org.tokenerror.testing.apps.Variant;

/**
 * Runs the checker at applications made with real frameworks, without the filter and with it, and
 * holds {@code docs/proof.md} against what it finds.
 *
 * <p>With the system property {@code it.proof.write} it writes the page's tables instead.
 */
@DisplayName("The proof")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProofIT {
  private static final Path PAGE = Path.of("docs/proof.md");
  private static final Path DETAILS = Path.of("target/proof");

  private static final Set<Judgement.Outcome> GRANTED =
      EnumSet.of(Judgement.Outcome.GRANTED, Judgement.Outcome.WRONGLY_GRANTED);

  private final Map<RealApp, ProofTables.Pair> results = new EnumMap<>(RealApp.class);

  @BeforeAll
  void check() throws IOException {
    Files.createDirectories(DETAILS);
    for (RealApp app : RealApp.values()) {
      try (RunningApp running = app.start(Variant.BARE, Variant.FILTERED)) {
        ProofTables.Pair pair =
            new ProofTables.Pair(check(running, Variant.BARE), check(running, Variant.FILTERED));
        results.put(app, pair);
        Files.writeString(
            DETAILS.resolve(app.name() + ".html"), HtmlReport.write(pair.bare(), pair.behind()));
      }
    }
  }

  private static CheckResult check(RunningApp app, Variant variant) {
    return ComplianceCheck.of(app.tokenEndpoint(variant))
        .client("web", "web-secret")
        .rate(200)
        .run();
  }

  @ParameterizedTest
  @EnumSource
  void everyRefusalIsRightBehindTheFilter(RealApp app) {
    CheckResult behind = behind(app).assertCompliant();
    assertThat(behind.refusals()).hasSizeGreaterThan(50);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsGrantedStaysGranted(RealApp app) {
    assertThat(granted(behind(app))).isEqualTo(granted(pair(app).bare()));
  }

  @ParameterizedTest
  @EnumSource
  void somethingIsWrongWithoutTheFilter(RealApp app) {
    assertThat(pair(app).bare().wrong(Level.MUST)).isNotEmpty();
  }

  private static List<String> granted(CheckResult result) {
    return result.cases().stream()
        .filter(one -> GRANTED.contains(one.judgement().outcome()))
        .map(one -> one.id() + " " + one.status())
        .toList();
  }

  private CheckResult behind(RealApp app) {
    return pair(app).behind();
  }

  private ProofTables.Pair pair(RealApp app) {
    return Objects.requireNonNull(results.get(app));
  }

  @Test
  void isWhatThePageSays() throws IOException {
    String measured = ProofTables.putInto(Files.readString(PAGE), results);
    if (Boolean.getBoolean("it.proof.write")) {
      Files.writeString(PAGE, measured);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(measured);
  }
}
