package org.tokenerror;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tokenerror.oauth.EndpointProfile;
import org.tokenerror.retrofit.KnownPaths;

/** Compares what the retrofit command knows of the filter with the filter. */
final class RetrofitKnowledgeTest {

  @Test
  void knowsConventionalPathsOnly() {
    assertThat(ConventionalEndpoints.PATTERNS).containsAll(KnownPaths.conventional());
  }

  @Test
  void knowsTheLabelsOfAllProfiles() {
    assertThat(KnownPaths.allConventional())
        .containsExactlyElementsOf(
            Arrays.stream(EndpointProfile.values())
                .map(profile -> profile.label() + ":conventional")
                .toList());
    assertThat(TokenErrorSettings.builder().endpoints(KnownPaths.allConventional()).build())
        .isNotNull();
  }

  @Test
  void knowsTheNameOfTheFragment() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/META-INF/web-fragment.xml")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .contains("<name>" + KnownPaths.fragment() + "</name>");
    }
  }
}
