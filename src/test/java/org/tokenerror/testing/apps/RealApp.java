package org.tokenerror.testing.apps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Lists applications made with real frameworks, each with the framework's default failures.
 *
 * <p>All have their token endpoint at the same path and know the same clients: {@code web} with the
 * secret {@code web-secret}, and {@code kiosk} with {@code kiosk-secret}, which may not use the
 * client credentials grant. They are built from {@code src/test/apps}.
 */
public enum RealApp {
  JERSEY3("Jersey 3.1", TomcatRelease.TOMCAT_10_1),
  RESTEASY6("RESTEasy 6.2", TomcatRelease.TOMCAT_11),
  STRUTS7("Struts 7.0", TomcatRelease.TOMCAT_10_1),
  SPRING_MVC("Spring MVC 6.2 with Spring Security 6.5", TomcatRelease.TOMCAT_11),
  SAS("Spring Authorization Server 1.5", TomcatRelease.TOMCAT_10_1),
  OLTU("Apache Oltu 1.0", TomcatRelease.TOMCAT_9),
  SSO2(
      "Spring Security OAuth 2.5",
      TomcatRelease.TOMCAT_9,
      // Spring 5.2 defines classes in a way that newer Java has to be asked for
      "--add-opens=java.base/java.lang=ALL-UNNAMED");

  /** The path of the token endpoint within each application. */
  public static final String TOKEN_PATH = "/oauth2/token";

  private final String framework;
  private final TomcatRelease tomcat;
  private final String jvmArgument;

  RealApp(String framework, TomcatRelease tomcat) {
    this(framework, tomcat, "-Dfile.encoding=UTF-8");
  }

  RealApp(String framework, TomcatRelease tomcat, String jvmArgument) {
    this.framework = framework;
    this.tomcat = tomcat;
    this.jvmArgument = jvmArgument;
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
    Path webapp = TomcatRelease.path("it.apps").resolve(folder).resolve("webapp");
    if (!Files.isDirectory(webapp)) {
      throw new IOException("there is no " + webapp + ": the build makes it of src/test/apps");
    }
    TomcatBase base = TomcatBase.create(tomcat.home());
    for (Variant variant : variants) {
      if (variant == Variant.BARE) {
        base.context(variant.contextPath(), webapp);
      } else {
        base.context(variant.contextPath(), webapp, tomcat.filterJar());
      }
    }
    return new RunningApp(TomcatProcess.start(base, jvmArgument));
  }
}
