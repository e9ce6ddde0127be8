package org.tokenerror;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fails the deployment over a dialect with a message that says where the mistake is. */
@Tag("S11")
class DialectFilesTest {
  private static final String FILE = "/WEB-INF/token-error-filter.properties";

  private final FakeDeployment deployment = new FakeDeployment();

  @Test
  void namesAFileThatIsNotThere() {
    for (String name : List.of("/WEB-INF/none.json", "none.json")) {
      assertThatThrownBy(() -> DialectFiles.read(List.of(name), deployment.context()))
          .isInstanceOf(ServletException.class)
          .hasMessageStartingWith("Dialect file \"" + name + "\" is not there");
    }
  }

  @Test
  void namesFilePlaceAndReasonOfAMistake() {
    deployment.file(
        "{\"dialect\":\"acme\",\"about\":\"A.\",\"recognise\":[{\"members\":{\"/no\":\"*\"}}],"
            + "\"code\":[\"/no\"],\"codes\":{\"AC-10\":\"invalid_clients\"}}");
    assertThatThrownBy(() -> DialectFiles.read(List.of(FILE), deployment.context()))
        .isInstanceOf(ServletException.class)
        .hasMessageContaining(FILE)
        .hasMessageContaining("/codes/AC-10")
        .hasMessageContaining("invalid_clients");
  }

  @Test
  void namesAFileThatCannotBeRead() {
    deployment.brokenFile();
    assertThatThrownBy(() -> DialectFiles.read(List.of(FILE), deployment.context()))
        .isInstanceOf(ServletException.class)
        .hasMessageContaining("is unreadable");
  }
}
