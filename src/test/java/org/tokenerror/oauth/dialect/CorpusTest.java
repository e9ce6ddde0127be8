package org.tokenerror.oauth.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tokenerror.TokenErrorFilter;
import org.tokenerror.TokenErrorSettings;
import org.tokenerror.oauth.AnswerPolicy;
import org.tokenerror.oauth.EndpointProfile;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.Verdict;
import org.tokenerror.oauth.decision.FailureClassifier;
import org.tokenerror.oauth.said.SaidReader;
import org.tokenerror.testing.EmbeddedTomcat;
import org.tokenerror.testing.RawAnswer;

/** Plays real failures of many systems through the filter and judges what leaves. */
@Tag("S1")
@Tag("S4")
@DisplayName("the corpus")
class CorpusTest {
  private static final String BARE = "/bare";

  private final Logger log = Logger.getLogger("org.tokenerror");

  @AfterEach
  void logAgain() {
    log.setLevel(null);
  }

  @Test
  @DisplayName("leaves a real container as RFC 6749 asks")
  void throughTheFilter() throws Exception {
    List<CorpusCase> cases = CorpusCase.all();
    assertThat(cases).hasSize(418);
    CorpusScore score = new CorpusScore();
    log.setLevel(Level.OFF); // a thousand traces help nobody
    Map<String, CorpusCase> byId =
        cases.stream().collect(Collectors.toMap(CorpusCase::id, Function.identity()));
    List<String> endpoints =
        Stream.of(EndpointProfile.values()).map(each -> each.label() + ":" + path(each)).toList();
    TokenErrorSettings settings = TokenErrorSettings.builder().endpoints(endpoints).build();
    try (EmbeddedTomcat tomcat =
        new EmbeddedTomcat()
            .servlet("corpus", new CorpusServlet(byId), "/*")
            .filter("filter", new TokenErrorFilter(settings), "/*")
            .start()) {
      for (CorpusCase each : cases) {
        if (each.thrown().filter(VirtualMachineError.class::isInstance).isPresent()) {
          continue; // the filter lets it go (S11), and then Tomcat hangs up without an answer
        }
        RawAnswer answer = send(tomcat, path(each.endpoint()), each);
        if (each.isSuccess()) {
          score.success(each, send(tomcat, BARE, each), answer);
        } else {
          score.failure(each, answer);
        }
      }
    }
    System.out.println("The corpus through the filter\n" + score.table());
    score.misses().forEach(System.out::println);
    assertThat(score.percent("answer well-formed")).isEqualTo(100);
    assertThat(score.percent("acceptable code")).isGreaterThanOrEqualTo(97);
    assertThat(score.percent("first choice")).isGreaterThanOrEqualTo(90);
    assertThat(score.percent("right status where the code is")).isEqualTo(100);
    assertThat(score.percent("401 rule")).isEqualTo(100);
    assertThat(score.percent("nothing leaked")).isEqualTo(100);
    assertThat(score.percent("successes untouched")).isEqualTo(100);
  }

  @Test
  @DisplayName("is understood without the table of its own family")
  void withoutTheFamily() throws Exception {
    CorpusScore all = new CorpusScore();
    Map<String, CorpusScore> families = new TreeMap<>();
    for (CorpusCase each : CorpusCase.all()) {
      if (each.isSuccess()) {
        continue;
      }
      Evidence evidence = each.evidence();
      List<Dialect> own =
          Dialects.builtIn().speaking(SaidReader.read(evidence.outcome()), evidence.outcome());
      Dialects others = Dialects.builtIn();
      for (Dialect dialect : own) {
        others = others.without(dialect.name());
      }
      String code = code(evidence, others);
      boolean good = each.codes().contains(code);
      all.count("all failures", good, each.id() + ": " + code);
      if (!own.isEmpty()) {
        all.count("failures of families", good, each.id());
        own.forEach(
            dialect ->
                families
                    .computeIfAbsent(dialect.name(), name -> new CorpusScore())
                    .count("  without " + dialect.name(), good, each.id()));
      }
    }
    System.out.println("Acceptable codes, the tables of a case's own families left out");
    System.out.println(all.table());
    families.values().forEach(family -> System.out.print(family.table()));
    List<String> misses = new ArrayList<>(all.misses());
    misses.forEach(System.out::println);
    assertThat(all.percent("all failures")).isGreaterThanOrEqualTo(90);
    assertThat(all.percent("failures of families")).isGreaterThanOrEqualTo(90);
  }

  private static String code(Evidence evidence, Dialects dialects) {
    Verdict verdict =
        new FailureClassifier(List.of(), AnswerPolicy.defaults(), dialects).classify(evidence);
    return verdict
        .replacement()
        .map(replacement -> replacement.error().code())
        .or(() -> SaidReader.object(evidence.outcome()).flatMap(body -> body.string("error")))
        .orElse(verdict.label());
  }

  private static String path(EndpointProfile endpoint) {
    return "/filtered/" + endpoint.label();
  }

  private static RawAnswer send(EmbeddedTomcat tomcat, String path, CorpusCase each)
      throws Exception {
    List<String> lines = new ArrayList<>(each.requestHeaders());
    lines.add(CorpusServlet.CASE + ": " + each.id());
    String target = each.query().isEmpty() ? path : path + "?" + each.query();
    byte[] body = each.body().getBytes(StandardCharsets.UTF_8);
    return tomcat.http().send(each.method(), target, lines, body);
  }
}
