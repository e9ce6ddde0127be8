package org.tokenerror.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Looks at what is in the jars, and at what is not. */
final class ContentsIT {
  private static final long MOST_BYTES_OF_THE_THIN_JAR = 600_000;

  static Stream<Path> all() {
    return Stream.of(Jars.thin(), Jars.all(), Jars.javax());
  }

  @ParameterizedTest
  @MethodSource("all")
  void holdOnlyClassesOfOurOwnPackage(Path jar) throws IOException {
    assertThat(names(jar))
        .filteredOn(name -> name.endsWith(".class"))
        .allMatch(name -> name.startsWith("org/tokenerror/") || name.equals("module-info.class"))
        .noneMatch(name -> name.matches("org/tokenerror/(check|cli|retrofit|demo)/.*"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void bringTheLicence(Path jar) throws IOException {
    assertThat(names(jar)).contains("META-INF/LICENSE", "META-INF/web-fragment.xml");
  }

  @ParameterizedTest
  @MethodSource("all")
  void canBeReadByTheUserWhoRunsTheServer(Path jar) throws IOException {
    assertThat(Files.getPosixFilePermissions(jar))
        .hasToString(Files.getPosixFilePermissions(Path.of("pom.xml")).toString());
  }

  @Test
  void theThinJarBringsNothingButTheFilter() throws IOException {
    assertThat(names(Jars.thin())).noneMatch(name -> name.startsWith("org/tokenerror/shaded/"));
    assertThat(Files.size(Jars.thin())).isLessThan(MOST_BYTES_OF_THE_THIN_JAR);
  }

  @Test
  void theOthersBringJsonBindingWithItsLicence() throws IOException {
    for (Path jar : List.of(Jars.all(), Jars.javax())) {
      assertThat(names(jar))
          .contains(
              "org/tokenerror/shaded/yasson/JsonBindingProvider.class",
              "org/tokenerror/shaded/parsson/JsonProviderImpl.class",
              "META-INF/LICENSE.md",
              "META-INF/NOTICE.md");
    }
  }

  @Test
  void theJavaxJarKnowsNoSpring() throws IOException {
    assertThat(names(Jars.javax()))
        .noneMatch(name -> name.matches("(META-INF|org/tokenerror)/spring/.*"));
    assertThat(names(Jars.javax())).doesNotContain("module-info.class");
  }

  @Test
  void theJavaxJarUsesNothingOfJakarta() throws IOException {
    assertThat(Jars.classes(Jars.javax()))
        .flatMap(JavaClass::getDirectDependenciesFromSelf)
        .extracting(dependency -> dependency.getTargetClass().getName())
        .contains("javax.servlet.Filter")
        .noneMatch(name -> name.startsWith("jakarta."));
    try (JarFile jar = new JarFile(Jars.javax().toFile())) {
      for (ZipEntry entry : jar.stream().filter(e -> !e.isDirectory()).toList()) {
        if (!entry.getName().startsWith("META-INF/maven/")) {
          byte[] bytes = jar.getInputStream(entry).readAllBytes();
          assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
              .as(entry.getName())
              .doesNotContain("jakarta.servlet");
        }
      }
    }
  }

  @Test
  void theCommandLineIsNoBundle() throws IOException {
    try (JarFile jar = new JarFile(Jars.cli().toFile())) {
      assertThat(jar.getManifest().getMainAttributes().keySet())
          .extracting(Object::toString)
          .contains("Main-Class", "Implementation-Version", "Automatic-Module-Name")
          .noneMatch(name -> name.matches("(Bundle|Export|Import|Require|Provide)-.*"));
    }
  }

  private static Set<String> names(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Set<String> names = new TreeSet<>();
      file.stream()
          .filter(entry -> !entry.isDirectory())
          .forEach(
              entry ->
                  assertThat(names.add(entry.getName())).as("%s twice", entry.getName()).isTrue());
      return names;
    }
  }
}
