package org.tokenerror.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads every row of {@code vectors/challenges.txt}. */
@Tag("C2")
@Tag("C3")
@Tag("C4")
@Tag("C5")
@Tag("C6")
@Tag("C7")
@Tag("C8")
@Tag("C9")
@Tag("C11")
@Tag("C12")
@Tag("C14")
@Tag("C15")
@Tag("C16")
@Tag("C17")
class ChallengeParserTest {

  private static final class Vector {
    private final String description;
    private final List<String> fields = new ArrayList<>();
    private final List<String> challenges = new ArrayList<>();
    private boolean strict;

    Vector(String description) {
      this.description = description;
    }

    @Override
    public String toString() {
      return description;
    }
  }

  static Stream<Vector> vectors() throws IOException {
    List<Vector> vectors = new ArrayList<>();
    try (InputStream resource =
            ChallengeParserTest.class.getResourceAsStream("/vectors/challenges.txt");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      reader.lines().forEach(line -> readLine(line, vectors));
    }
    return vectors.stream();
  }

  private static void readLine(String line, List<Vector> vectors) {
    if (line.startsWith("== ")) {
      vectors.add(new Vector(line.substring(3)));
    } else if (!line.isEmpty() && !line.startsWith("#")) {
      Vector vector = vectors.get(vectors.size() - 1);
      int colon = line.indexOf(':');
      String value = unescape(line.substring(Math.min(colon + 2, line.length())));
      switch (line.substring(0, colon)) {
        case "in" -> vector.fields.add(value);
        case "strict" -> vector.strict = value.equals("yes");
        case "out" -> vector.challenges.add(value);
        default -> throw new IllegalStateException("Unknown line: " + line);
      }
    }
  }

  private static String unescape(String text) {
    return text.replace("\\t", "\t")
        .replace("\\r", "\r")
        .replace("\\n", "\n")
        .replace("\\0", "\0")
        .replace("\\x01", "\u0001")
        .replace("\\xE4", "\u00e4")
        .replace("\\xF6", "\u00f6")
        .replace("\\xFC", "\u00fc");
  }

  private static String show(Challenge challenge) {
    return challenge.scheme()
        + " "
        + challenge
            .token68()
            .map(value -> "[" + value + "]")
            .orElse(challenge.parameters().toString());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void readsVector(Vector vector) {
    ParsedChallenges parsed = Challenge.parseAll(vector.fields);

    assertThat(parsed.challenges().stream().map(ChallengeParserTest::show))
        .containsExactlyElementsOf(vector.challenges);
    assertThat(parsed.strict()).as("strict").isEqualTo(vector.strict);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void writesWhatItReadFromVectorLegally(Vector vector) {
    for (Challenge challenge : Challenge.parseAll(vector.fields).challenges()) {
      ParsedChallenges again = Challenge.parseAll(List.of(challenge.toHeaderValue()));

      assertThat(again.strict()).as(challenge.toHeaderValue()).isTrue();
      assertThat(again.challenges()).hasSize(1);
      assertThat(again.challenges().get(0).scheme()).isEqualTo(challenge.scheme());
    }
  }

  @Test
  void hasManyVectors() throws IOException {
    assertThat(vectors()).hasSizeGreaterThan(75);
  }
}
