package org.tokenerror.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import jakarta.json.spi.JsonProvider;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.parsson.JsonProviderImpl;
import org.eclipse.yasson.JsonBindingProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tokenerror.TokenErrorFilter;

/** Runs the filter as a module, which servers do not, but applications on the module path do. */
final class ModulesIT {
  private static final String NAME = "org.tokenerror";

  /** The jar and the modules that an application has to bring for it. */
  static Stream<List<Path>> modulePaths() {
    Path servlet = Jars.servletApi();
    return Stream.of(
        List.of(Jars.all(), servlet),
        List.of(
            Jars.thin(),
            servlet,
            Jars.of(Jsonb.class),
            Jars.of(JsonProvider.class),
            Jars.of(JsonBindingProvider.class),
            Jars.of(JsonProviderImpl.class)));
  }

  @ParameterizedTest
  @MethodSource("modulePaths")
  void exportWhatUsersNeedAndNothingElse(List<Path> modulePath) {
    ModuleDescriptor descriptor =
        ModuleFinder.of(modulePath.get(0)).find(NAME).orElseThrow().descriptor();
    assertThat(descriptor.isAutomatic()).isFalse();
    assertThat(descriptor.exports())
        .extracting(ModuleDescriptor.Exports::source)
        .containsExactlyInAnyOrder(
            "org.tokenerror",
            "org.tokenerror.http",
            "org.tokenerror.oauth",
            "org.tokenerror.spring");
    assertThat(descriptor.uses())
        .contains("org.tokenerror.NormalizationListener", "org.tokenerror.oauth.FailureRule");
  }

  @ParameterizedTest
  @MethodSource("modulePaths")
  void startAsModules(List<Path> modulePath) throws ReflectiveOperationException {
    ModuleFinder finder = ModuleFinder.of(modulePath.toArray(Path[]::new));
    Configuration configuration =
        ModuleLayer.boot().configuration().resolveAndBind(finder, ModuleFinder.of(), Set.of(NAME));
    ModuleLayer layer =
        ModuleLayer.boot()
            .defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
    assertThat(layer.findModule("info.picocli")).isEmpty();
    ClassLoader loader = layer.findLoader(NAME);
    Class<?> filter = loader.loadClass(TokenErrorFilter.class.getName());
    assertThat(filter.getModule().isNamed()).isTrue();

    Class<?> initializer = loader.loadClass("jakarta.servlet.ServletContainerInitializer");
    assertThat(ServiceLoader.load(layer, initializer).stream().map(ServiceLoader.Provider::type))
        .extracting(Class::getName)
        .contains("org.tokenerror.TokenErrorFilterInitializer");
    Deployed.startAndEnd(filter);
  }

  @Test
  void theJavaxJarHasAtLeastANameThatStays() {
    ModuleDescriptor descriptor =
        ModuleFinder.of(Jars.javax()).find(NAME).orElseThrow().descriptor();
    assertThat(descriptor.isAutomatic()).isTrue();
  }
}
