package org.tokenerror;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps the tables of the README what the code says. */
class ReadmeTest {
  private static final String START =
      "<!-- settings: generated from Setting, checked by ReadmeTest -->\n";
  private static final String END = "<!-- end of settings -->";

  private static final Map<String, String> SERVERS =
      Map.of(
          "tomcat9", "Apache Tomcat, `javax.servlet`",
          "tomcat10", "Apache Tomcat",
          "tomcat11", "Apache Tomcat",
          "wildfly", "WildFly",
          "jetty", "Eclipse Jetty (ee10)");
  private static final Pattern SERVER_RUN =
      Pattern.compile(
          "<id>it-(\\w+)</id>(?:(?!</execution>).)*<arquillian.launch>", Pattern.DOTALL);

  @Test
  void listsTheServersThatTheBuildRuns() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String rows =
        SERVER_RUN
            .matcher(pom)
            .results()
            .map(run -> run.group(1))
            .map(run -> "| %s | %s | 17 |\n".formatted(SERVERS.get(run), version(pom, run)))
            .collect(Collectors.joining());
    assertThat(Files.readString(Path.of("README.md")))
        .contains(
            "<!-- made from pom.xml -->\n| container | version | Java |\n|---|---|---|\n"
                + rows
                + "<!-- end of pom.xml -->");
  }

  private static String version(String pom, String server) {
    String property = "version." + server + ">";
    int start = pom.indexOf("<" + property);
    assertThat(start).as("the property version.%s in pom.xml", server).isNotNegative();
    return pom.substring(start + property.length() + 1, pom.indexOf("</" + property));
  }

  @Test
  void listsTheSettingsAsTheCodeHasThem() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int start = readme.indexOf(START);
    int end = readme.indexOf(END);
    assertThat(start).as("the marker of the settings").isNotNegative();
    assertThat(readme.substring(start + START.length(), end)).isEqualTo(settings());
  }

  private static String settings() {
    String rows =
        Arrays.stream(Setting.values()).map(ReadmeTest::row).collect(Collectors.joining("\n"));
    return "\n| key | default | allowed | meaning |\n|---|---|---|---|\n" + rows + "\n\n";
  }

  private static String row(Setting setting) {
    String standard = setting.defaultText().isEmpty() ? "" : "`" + setting.defaultText() + "`";
    return "| `%s` | %s | %s | %s |"
        .formatted(setting.key(), standard, setting.allowed(), setting.meaning());
  }
}
