package org.tokenerror.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Reads the POM as those will who depend on the filter; it is published as it is. */
final class PublishedPomTest {
  private Element project;

  @BeforeEach
  void readThePom() throws Exception {
    project =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new File("pom.xml"))
            .getDocumentElement();
  }

  /** What is provided, of the tests or optional is not transitive; all else would be. */
  @Test
  void pullsNothingIntoTheApplicationOfAUser() {
    assertThat(children(child(project, "dependencies").orElseThrow()))
        .isNotEmpty()
        .allMatch(
            dependency ->
                text(dependency, "scope").matches("provided|test")
                    || text(dependency, "optional").equals("true"),
            "is provided, of the tests or optional");
  }

  @Test
  void hasWhatMavenCentralAsksFor() {
    for (String name : new String[] {"name", "description", "url", "inceptionYear"}) {
      assertThat(text(project, name)).as(name).isNotBlank();
    }
    assertThat(text(path("licenses", "license"), "url")).startsWith("https://");
    assertThat(text(path("developers", "developer"), "name")).isNotBlank();
    for (String name : new String[] {"connection", "developerConnection", "url"}) {
      assertThat(text(path("scm"), name)).as("scm " + name).isNotBlank();
    }
    assertThat(child(project, "repositories")).isEmpty();
    assertThat(child(project, "parent")).isEmpty();
    assertThat(text(project, "version")).doesNotContain("SNAPSHOT").doesNotContain("$");
  }

  private Element path(String... names) {
    Element at = project;
    for (String name : names) {
      at = child(at, name).orElseThrow(() -> new AssertionError("no " + name));
    }
    return at;
  }

  private static String text(Element parent, String name) {
    return child(parent, name).map(Node::getTextContent).map(String::strip).orElse("");
  }

  private static Optional<Element> child(Element parent, String name) {
    return children(parent).filter(element -> element.getTagName().equals(name)).findFirst();
  }

  private static Stream<Element> children(Element parent) {
    NodeList nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast);
  }
}
