package org.tokenerror.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.json.bind.Jsonb;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.eclipse.parsson.JsonProviderImpl;
import org.eclipse.yasson.JsonBindingProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.tokenerror.TokenErrorFilter;

/** Runs the jars as bundles, and compares what they say they import with what they use. */
final class OsgiIT {
  /** A package at the head of a clause: commas within quotes are those of versions. */
  private static final Pattern CLAUSE = Pattern.compile("([\\w.]+)((?:;[^,;\"]*(?:\"[^\"]*\")?)*)");

  @TempDir private Path storage;

  static Stream<Path> jars() {
    return Stream.of(Jars.thin(), Jars.all(), Jars.javax());
  }

  @ParameterizedTest
  @MethodSource("jars")
  void importWhatTheyUse(Path jar) throws IOException {
    assertThat(imported(jar)).isEqualTo(used(jar));
  }

  @Test
  void theJarThatBringsEverythingStarts() throws BundleException, ReflectiveOperationException {
    Framework framework = framework();
    try {
      Deployed.startAndEnd(filterClass(framework, Jars.all(), Jars.servletApi()));
    } finally {
      framework.stop();
    }
  }

  @Test
  void theThinJarFindsItsPackages() throws BundleException, ReflectiveOperationException {
    Framework framework = framework();
    try {
      Class<?> filter =
          filterClass(
              framework,
              Jars.thin(),
              Jars.servletApi(),
              Jars.of(Jsonb.class),
              Jars.of(JsonProvider.class),
              Jars.of(JsonBindingProvider.class),
              Jars.of(JsonProviderImpl.class));
      assertThat(filter.getInterfaces())
          .extracting(Class::getName)
          .containsExactly("jakarta.servlet.Filter");
    } finally {
      framework.stop();
    }
  }

  private Framework framework() throws BundleException {
    Framework framework =
        new FrameworkFactory()
            .newFramework(
                Map.of(
                    "org.osgi.framework.storage",
                    storage.toString(),
                    "org.osgi.framework.storage.clean",
                    "onFirstInit"));
    framework.start();
    return framework;
  }

  private static Class<?> filterClass(Framework framework, Path filter, Path... others)
      throws BundleException, ReflectiveOperationException {
    List<Bundle> bundles = new ArrayList<>();
    for (Path jar : Stream.concat(Stream.of(filter), Stream.of(others)).toList()) {
      bundles.add(framework.getBundleContext().installBundle(jar.toUri().toString()));
    }
    for (Bundle bundle : bundles) {
      bundle.start();
    }
    return bundles.get(0).loadClass(TokenErrorFilter.class.getName());
  }

  private static Set<String> imported(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      String header = file.getManifest().getMainAttributes().getValue("Import-Package");
      return CLAUSE
          .matcher(header)
          .results()
          .map(clause -> clause.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** Finds the packages outside of the jar; those of Java itself are not imported. */
  private static Set<String> used(Path jar) throws IOException {
    Predicate<String> foreign =
        name ->
            !name.matches("(java|org\\.tokenerror|org\\.jspecify|org\\.springframework)(\\..*)?")
                && !name.isEmpty();
    return Jars.classes(jar).stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
        .map(JavaClass::getPackageName)
        .filter(foreign)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
