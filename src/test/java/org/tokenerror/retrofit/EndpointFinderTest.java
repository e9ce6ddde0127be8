package org.tokenerror.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

final class EndpointFinderTest {

  @Test
  void findsServletsByTheirMappings() throws XmlException {
    WebXml webXml =
        WebXml.of(
            Made.webXml(
                """
                <servlet><servlet-name>t</servlet-name><servlet-class>T</servlet-class></servlet>
                <servlet-mapping><servlet-name>t</servlet-name><url-pattern>/foo/token/*</url-pattern>
                  <url-pattern>/oauth/access_token</url-pattern></servlet-mapping>
                <servlet-mapping><servlet-name>u</servlet-name><url-pattern>/getToken</url-pattern>
                  <url-pattern>/csrf/token</url-pattern><url-pattern>*.do</url-pattern></servlet-mapping>
                """));
    assertThat(EndpointFinder.find(Optional.of(webXml), List.of()))
        .containsExactly(
            new FoundPath("/foo/token", "servlet t", FoundPath.Kind.KNOWN),
            new FoundPath("/oauth/access_token", "servlet t", FoundPath.Kind.KNOWN),
            new FoundPath("/getToken", "servlet u", FoundPath.Kind.PERHAPS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"javax", "jakarta"})
  void findsServletsAndFiltersByTheirAnnotations(String namespace) {
    String prefix = namespace + ".servlet.annotation.Web";
    ClassFacts servlet = read(Made.annotated("a.S", prefix + "Servlet", "urlPatterns", "/a/token"));
    assertThat(paths(servlet)).containsExactly("/a/token");
    ClassFacts filter = read(Made.annotated("a.F", prefix + "Filter", "value", "/x", "/y/*"));
    assertThat(filter.isFilter()).isTrue();
    assertThat(filter.filters()).containsExactly("/x", "/y/*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"javax", "jakarta"})
  void joinsThePathsOfJaxRs(String namespace) {
    ClassWriter application = annotated("a.App", namespace + ".ws.rs.ApplicationPath", "api");
    ClassWriter resource =
        annotated("a.Login", namespace + ".ws.rs.Path", "/login/{realm: [a-z/]+}/");
    Made.posting(resource, namespace, "token");
    assertThat(EndpointFinder.find(Optional.empty(), List.of(read(application), read(resource))))
        .containsExactly(
            new FoundPath(
                "/api/login/*/token", "JAX-RS resource a.Login", FoundPath.Kind.TO_CONFIGURE));
  }

  @Test
  void joinsThePathsOfSpringBehindItsServlet() throws XmlException {
    String spring = "org.springframework.web.bind.annotation.";
    ClassWriter controller = Made.annotated("a.C", spring + "RequestMapping", "value", "/v2");
    Made.method(controller, spring + "PostMapping", "path", "/access_token", "/tokens");
    Made.method(controller, spring + "GetMapping", "value", "/token");
    WebXml webXml =
        WebXml.of(
            Made.webXml(
                """
                <servlet><servlet-name>d</servlet-name>
                <servlet-class>org.springframework.web.servlet.DispatcherServlet</servlet-class></servlet>
                <servlet-mapping><servlet-name>d</servlet-name><url-pattern>/rest/*</url-pattern></servlet-mapping>
                """));
    assertThat(EndpointFinder.find(Optional.of(webXml), List.of(read(controller))))
        .containsExactly(
            new FoundPath(
                "/rest/v2/access_token", "Spring handler a.C", FoundPath.Kind.TO_CONFIGURE),
            new FoundPath("/rest/v2/tokens", "Spring handler a.C", FoundPath.Kind.PERHAPS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/oauth/revoke_token", "/tokeninfo", "/xsrf/token", "/login", "/token/introspect"})
  void takesNothingElseForATokenEndpoint(String path) {
    assertThat(
            paths(
                read(Made.annotated("a.S", "javax.servlet.annotation.WebServlet", "value", path))))
        .isEmpty();
  }

  @Test
  void tellsNamespacesByWhatTheConstantsName() {
    assertThat(read(Made.servlet(Namespace.JAVAX, "a.S")).namespaces())
        .isEqualTo(Set.of(Namespace.JAVAX));
    assertThat(read(Made.servlet(Namespace.JAKARTA, "a.S")).namespaces())
        .isEqualTo(Set.of(Namespace.JAKARTA));
    ClassWriter other = new ClassWriter(0);
    other.visit(
        Opcodes.V1_5, 0, "a/S", null, "java/lang/Object", new String[] {"javax/sql/DataSource"});
    assertThat(read(other).namespaces()).isEmpty();
  }

  @Test
  void learnsNothingFromBrokenClasses() {
    byte[] bytes = Made.servletBytes(Namespace.JAVAX);
    for (int length = 0; length < bytes.length; length++) {
      ClassFile.read("x", Arrays.copyOf(bytes, length));
    }
    assertThat(ClassFile.read("x", new byte[100])).isEqualTo(ClassFacts.unknown("x"));
  }

  private static ClassWriter annotated(String name, String annotation, String value) {
    ClassWriter type = new ClassWriter(0);
    type.visit(Opcodes.V17, 0, name.replace('.', '/'), null, "java/lang/Object", null);
    var visitor = type.visitAnnotation("L" + annotation.replace('.', '/') + ";", true);
    visitor.visit("value", value);
    visitor.visitEnd();
    return type;
  }

  private static ClassFacts read(ClassWriter type) {
    return ClassFile.read("?", type.toByteArray());
  }

  private static List<String> paths(ClassFacts type) {
    return EndpointFinder.find(Optional.empty(), List.of(type)).stream()
        .map(FoundPath::path)
        .toList();
  }
}
