package org.tokenerror.oauth.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenerror.oauth.AnswerPolicy;
import org.tokenerror.oauth.DialectSource;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.Exchange;
import org.tokenerror.oauth.FailureRule;
import org.tokenerror.oauth.OAuthError;
import org.tokenerror.oauth.Verdict;
import org.tokenerror.oauth.dialect.Dialects;

/** Runs what {@code docs/extending.md} shows. */
@Tag("S4")
@DisplayName("docs/extending.md")
class ExtendingTest {
  private static final int LONGEST = 27;

  private static String block(String language) throws IOException {
    String page = Files.readString(Path.of("docs", "extending.md"));
    int start = page.indexOf("```" + language + "\n") + language.length() + 4;
    String block = page.substring(start, page.indexOf("```", start));
    assertThat(block.lines().count()).isBetween(10L, (long) LONGEST);
    return block;
  }

  private static OAuthError classify(FailureClassifier classifier, Evidence evidence) {
    return classifier.classify(evidence).replacement().orElseThrow().error();
  }

  @Test
  void showsADialectThatWorks() throws IOException {
    Dialects dialects =
        Dialects.builtIn().with(List.of(new DialectSource("/WEB-INF/acme.json", block("json"))));
    FailureClassifier classifier =
        new FailureClassifier(List.of(), AnswerPolicy.defaults(), dialects);
    String json = "{\"result\":\"NOK\",\"fault\":{\"no\":\"%s\",\"text\":\"Contract ended\"}}";
    OAuthError ended = classify(classifier, Exchange.basic().json(200, json.formatted("AC-12")));
    assertThat(ended.code()).isEqualTo("unauthorized_client");
    assertThat(ended.description()).contains("Contract ended");
    assertThat(classify(classifier, Exchange.basic().json(400, json.formatted("AC-31"))).code())
        .isEqualTo("invalid_scope");
    assertThat(classify(classifier, Exchange.basic().json(400, json.formatted("AC-20"))).code())
        .isEqualTo("invalid_grant");
    assertThat(classify(classifier, Exchange.basic().empty(409, "X-Acme-Fault", "AC-10")).code())
        .isEqualTo("invalid_client");
  }

  @Test
  void showsARuleThatWorks(@TempDir Path folder) throws Exception {
    Path source = folder.resolve("ClosedAtNight.java");
    Files.writeString(source, block("java"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String classPath =
        Path.of(FailureRule.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString();
    assertThat(
            compiler.run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                classPath,
                "-d",
                folder.toString(),
                source.toString()))
        .isZero();
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, FailureRule.class.getClassLoader())) {
      FailureRule rule =
          (FailureRule)
              loader
                  .loadClass("com.acme.tokens.ClosedAtNight")
                  .getDeclaredConstructor()
                  .newInstance();
      FailureClassifier classifier = new FailureClassifier(List.of(rule), AnswerPolicy.defaults());
      Verdict verdict =
          classifier.classify(
              Exchange.basic()
                  .json(400, "{\"error\":\"invalid_grant\"}", "X-Acme-Closed", "till six"));
      assertThat(verdict.label()).isEqualTo("CLOSED_AT_NIGHT");
      assertThat(verdict.replacement().orElseThrow().error().description())
          .contains("Back at six.");
    }
  }
}
