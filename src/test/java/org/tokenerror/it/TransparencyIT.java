package org.tokenerror.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tokenerror.testing.ScriptServlet;
import org.tokenerror.testing.Transparency;

/**
 * Lets nobody notice the filter that only observes, nor a capture that keeps what it captured,
 * whatever a servlet does.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("S2")
@Tag("S10")
@Tag("E9")
final class TransparencyIT {
  private static final int SCRIPTS = Integer.getInteger("it.scripts", 2000);

  @Deployment(testable = false)
  static WebArchive scripts() {
    return Server.war("scripts.war")
        .addPackages(
            false,
            Filters.include(
                ".*/(Script\\w*|ServletScript|AsyncScript|ContainerHabits|Keeping\\w+)(\\$.*)?(\\.class)?"),
            ScriptServlet.class.getPackage())
        .addAsWebInfResource(
            new StringAsset("mode=observe\nendpoints=/observed\n"), "token-error-filter.properties")
        .setWebXML(
            WebXml.of(
                """
                <filter>
                  <filter-name>keeping</filter-name>
                  <filter-class>org.tokenerror.testing.KeepingFilter</filter-class>
                  <async-supported>true</async-supported>
                </filter>
                <filter-mapping>
                  <filter-name>keeping</filter-name>
                  <url-pattern>/*</url-pattern>
                  <dispatcher>REQUEST</dispatcher>
                  <dispatcher>ASYNC</dispatcher>
                  <dispatcher>ERROR</dispatcher>
                </filter-mapping>
                <servlet>
                  <servlet-name>script</servlet-name>
                  <servlet-class>org.tokenerror.testing.ScriptServlet</servlet-class>
                  <async-supported>true</async-supported>
                </servlet>
                <servlet-mapping>
                  <servlet-name>script</servlet-name>
                  <url-pattern>/bare</url-pattern>
                  <url-pattern>/observed</url-pattern>
                  <url-pattern>/kept</url-pattern>
                  <url-pattern>/tiny</url-pattern>
                  <url-pattern>/watched</url-pattern>
                  <url-pattern>/target</url-pattern>
                  <url-pattern>/failed</url-pattern>
                  <url-pattern>/trace</url-pattern>
                </servlet-mapping>
                <error-page><location>/failed</location></error-page>
                """));
  }

  @Test
  void isNotNoticed() throws Exception {
    new Transparency(Server.http(), "/scripts", SCRIPTS)
        .compareWith("observed", "kept", "tiny", "watched");
  }
}
