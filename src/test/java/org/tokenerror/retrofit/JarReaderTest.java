package org.tokenerror.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.tokenerror.testing.ZipBytes;

final class JarReaderTest {

  @Test
  void namesAllJsonLibrariesOfAJar() {
    ZipBytes jar = new ZipBytes();
    jar.add("javax/json/bind/Jsonb.class", "");
    jar.add("org/eclipse/yasson/JsonBindingProvider.class", "");
    jar.add("com/google/gson/Gson.class", "");
    jar.add("javax/json/JsonObject.class", "");
    JarFacts facts =
        JarReader.read("a.jar", new ByteArrayInputStream(jar.build()), Budget.generous());
    assertThat(facts.json()).containsExactly("Gson", "JSON-B API", "JSON-P API", "Yasson");
  }
}
