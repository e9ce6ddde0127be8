package org.tokenerror.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tokenerror.check.CaseResult;
import org.tokenerror.check.CheckResult;
import org.tokenerror.check.ComplianceCheck;
import org.tokenerror.check.Tally;
import org.tokenerror.check.judge.Level;
import org.tokenerror.check.judge.Requirement;

/** Runs the checker at the demo's legacy servlet, past the filter and through it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
final class DemoComplianceIT {
  @Deployment(testable = false)
  static WebArchive demo() {
    return Server.demo();
  }

  @Test
  void findsMuchWrongWithTheLegacyServlet() {
    CheckResult result = check("/demo/bare-token-endpoint");
    assertThat(result.score().right()).isZero();
    assertThat(failed(result.tallies()))
        .contains(
            Requirement.A1,
            Requirement.A12,
            Requirement.B5,
            Requirement.B6,
            Requirement.B9,
            Requirement.C1)
        .hasSizeGreaterThan(20);
  }

  @Test
  void findsNothingWrongBehindTheFilter() {
    CheckResult result = check("/demo/oauth2/token").assertCompliant(Level.SHOULD);
    assertThat(failed(result.tallies())).isEmpty();
    assertThat(result.refusals()).hasSizeGreaterThan(70);
    assertThat(result.wronglyGranted())
        .extracting(CaseResult::id)
        .containsExactlyInAnyOrder(
            "grant-type-twice", "grant-types-two", "client-id-mismatch", "two-mechanisms");
  }

  private static CheckResult check(String path) {
    String port = System.getProperty("it.http.port");
    return ComplianceCheck.of(URI.create("http://127.0.0.1:" + port + path))
        .client("demo-client", "demo-secret")
        .rate(200)
        .run();
  }

  private static List<Requirement> failed(Map<Requirement, Tally> tallies) {
    return tallies.keySet().stream().filter(id -> tallies.get(id).isFailed()).toList();
  }
}
