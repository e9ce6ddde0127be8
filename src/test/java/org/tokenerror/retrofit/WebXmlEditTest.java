package org.tokenerror.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebXmlEditTest {
  private static final String OURS = "<name>token_error_filter</name>";

  static Stream<Arguments> orderings() {
    return Stream.of(
        Arguments.of("<absolute-ordering/>", "<absolute-ordering>" + OURS + "</absolute-ordering>"),
        Arguments.of(
            "<absolute-ordering />", "<absolute-ordering>" + OURS + "</absolute-ordering>"),
        Arguments.of(
            "<absolute-ordering id='x'></absolute-ordering>",
            "<absolute-ordering id='x'>" + OURS + "</absolute-ordering>"),
        Arguments.of(
            "<absolute-ordering><!-- none --></absolute-ordering>",
            "<absolute-ordering>" + OURS + "<!-- none --></absolute-ordering>"),
        Arguments.of(
            "<absolute-ordering>\r\n    <!-- first -->\r\n    <name>a</name>\r\n  </absolute-ordering>",
            "<absolute-ordering>\r\n    <!-- first -->\r\n    "
                + OURS
                + "\r\n    <name>a</name>\r\n  </absolute-ordering>"),
        Arguments.of(
            "<absolute-ordering><name>a</name><others/></absolute-ordering>",
            "<absolute-ordering>" + OURS + "<name>a</name><others/></absolute-ordering>"),
        Arguments.of(
            "<absolute-ordering>\n<name>a</name>\n<name> token_error_filter </name>\n</absolute-ordering>",
            "<absolute-ordering>\n" + OURS + "\n<name>a</name>\n</absolute-ordering>"));
  }

  @ParameterizedTest
  @MethodSource("orderings")
  void putsTheNameFirstAndKeepsAllElse(String before, String after) throws XmlException {
    String around =
        "<?xml version=\"1.0\"?>\r\n<!-- <absolute-ordering/> of old -->\n<web-app>\t%s\n</web-app>\n\n";
    assertThat(edited(around.formatted(before), StandardCharsets.UTF_8))
        .isEqualTo(around.formatted(after));
  }

  @Test
  void keepsPrefixesDocumentTypesAndSectionsOfCharacters() throws XmlException {
    String before =
        "<!DOCTYPE j:web-app [ <!ENTITY x \"]>\"> <!-- ' --> ]>"
            + "<j:web-app xmlns:j='urn:j'><![CDATA[<absolute-ordering/>]]>"
            + "<j:absolute-ordering/></j:web-app>";
    assertThat(edited(before, StandardCharsets.UTF_8))
        .isEqualTo(
            before.replace(
                "<j:absolute-ordering/></j:",
                "<j:absolute-ordering><j:name>token_error_filter</j:name></j:absolute-ordering></j:"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252", "UTF-16BE", "UTF-16LE"})
  void keepsTheEncoding(String name) throws XmlException {
    String declared =
        "<?xml version='1.0' encoding='"
            + name
            + "'?><web-app>Gr\u00fc\u00dfe<absolute-ordering/></web-app>";
    assertThat(edited(declared, Charset.forName(name)))
        .contains("Gr\u00fc\u00dfe<absolute-ordering>" + OURS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
  void keepsTheByteOrderMark(String name) throws XmlException {
    assertThat(edited("\ufeff<web-app><absolute-ordering/></web-app>", Charset.forName(name)))
        .startsWith("\ufeff<web-app><absolute-ordering><name>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<web-app/>",
        "<web-app metadata-complete='true'></web-app>",
        "<web-app><!--<absolute-ordering/>--></web-app>",
        "<web-app><absolute-ordering><name>token_error_filter</name><name>a</name></absolute-ordering></web-app>"
      })
  void leavesAloneWhereTheFilterIsFirstAnyhow(String text) throws XmlException {
    assertThat(WebXmlEdit.of(WebXml.of(text.getBytes(StandardCharsets.UTF_8)))).isEmpty();
  }

  @Test
  void showsTheEdit() throws XmlException {
    String text =
        "<web-app>\n  <a/>\n  <b/>\n  <absolute-ordering/>\n  <c/>\n  <d/>\n  <e/>\n</web-app>\n";
    assertThat(WebXmlEdit.of(WebXml.of(text.getBytes(StandardCharsets.UTF_8))).orElseThrow().diff())
        .containsExactly(
            "--- WEB-INF/web.xml",
            "+++ WEB-INF/web.xml",
            "@@ -2,5 +2,5 @@",
            "   <a/>",
            "   <b/>",
            "-  <absolute-ordering/>",
            "+  <absolute-ordering><name>token_error_filter</name></absolute-ordering>",
            "   <c/>",
            "   <d/>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "web.xml",
        "<web-app>",
        "<web-app></web>",
        "</web-app>",
        "<web-app/><web-app/>",
        "<web-app a></web-app>",
        "<web-app a=b></web-app>",
        "<web-app><!-- </web-app>",
        "<!DOCTYPE web-app [",
        "<application/>"
      })
  void saysWhereATextIsNoWebXml(String text) {
    assertThatThrownBy(() -> WebXml.of(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(XmlException.class)
        .hasMessageMatching("(line 1: .+)|(its outermost element is <application>)");
  }

  @Test
  void isLinearInHostileText() throws XmlException {
    String deep = "<a>".repeat(100_000);
    assertThatThrownBy(() -> XmlParser.parse(deep)).hasMessageContaining("levels of elements");
    String wide = "<a>" + "<b c='&lt;'/>&amp;<!-- -->".repeat(100_000) + "</a>";
    assertThat(XmlParser.parse(wide).root().children()).hasSize(100_000);
    assertThat(XmlParser.parse(wide).root().text()).hasSize(100_000);
  }

  private static String edited(String text, Charset charset) throws XmlException {
    WebXml webXml = WebXml.of(text.getBytes(charset));
    return new String(WebXmlEdit.of(webXml).orElseThrow().bytes().toArray(), charset);
  }
}
