package org.tokenerror.testing.apps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Lists applications made with real frameworks, each with the framework's default failures.
 *
 * <p>All have their token endpoint at the same path and know the same clients: {@code web} with the
 * secret {@code web-secret}, and {@code kiosk} with {@code kiosk-secret}, which may not use the
 * client credentials grant. They are built from {@code src/test/apps}.
 */
public enum RealApp {
  JERSEY3("Jersey 3.1", ServletApi.JAKARTA),
  RESTEASY6("RESTEasy 6.2", ServletApi.JAKARTA),
  STRUTS7("Struts 7.0", ServletApi.JAKARTA),
  SPRING_MVC("Spring MVC 6.2 with Spring Security 6.5", ServletApi.JAKARTA),
  SAS("Spring Authorization Server 1.5", ServletApi.JAKARTA),
  OLTU("Apache Oltu 1.0", ServletApi.JAVAX),
  SSO2(
      "Spring Security OAuth 2.5",
      ServletApi.JAVAX,
      // Spring 5.2 defines classes in a way that newer Java has to be asked for
      "--add-opens=java.base/java.lang=ALL-UNNAMED");

  /** The path of the token endpoint within each application. */
  public static final String TOKEN_PATH = "/oauth2/token";

  private final String framework;
  private final ServletApi api;
  private final List<String> jvmArguments;

  RealApp(String framework, ServletApi api, String... jvmArguments) {
    this.framework = framework;
    this.api = api;
    this.jvmArguments = List.of(jvmArguments);
  }

  /** Returns the name and version of what the application is made with. */
  public String framework() {
    return framework;
  }

  /**
   * Starts the application, in all variants at once, on a server in a process of its own.
   *
   * @return the running application, which the caller closes
   */
  public RunningApp start(Variant... variants) throws IOException {
    String folder = name().toLowerCase(Locale.ROOT).replace('_', '-');
    Path webapp = ServletApi.path("it.apps").resolve(folder).resolve("webapp");
    if (!Files.isDirectory(webapp)) {
      throw new IOException("there is no " + webapp + ": the build makes it of src/test/apps");
    }
    TomcatBase base = TomcatBase.create(api.server());
    for (Variant variant : variants) {
      if (variant == Variant.BARE) {
        base.context(variant.contextPath(), webapp);
      } else {
        base.context(variant.contextPath(), webapp, api.filterJar());
      }
    }
    return new RunningApp(TomcatProcess.start(base, jvmArguments));
  }
}
