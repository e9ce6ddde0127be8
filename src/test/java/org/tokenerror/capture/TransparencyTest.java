package org.tokenerror.capture;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tokenerror.testing.EmbeddedTomcat;
import org.tokenerror.testing.KeepingFilter;
import org.tokenerror.testing.ScriptServlet;
import org.tokenerror.testing.Transparency;

/** Lets nobody notice a capture that keeps what it captured, in an embedded Tomcat. */
@Tag("S2")
@Tag("E9")
class TransparencyTest {
  private static final int SCRIPTS = 3000;

  private static EmbeddedTomcat tomcat;

  @BeforeAll
  static void start() throws Exception {
    tomcat =
        new EmbeddedTomcat()
            .servlet(
                "script",
                new ScriptServlet(),
                "/bare",
                "/kept",
                "/watched",
                "/tiny",
                "/target",
                "/failed",
                "/trace")
            .errorPage("/failed")
            .filter("keeping", new KeepingFilter(), "/*")
            .start();
  }

  @AfterAll
  static void stop() throws Exception {
    tomcat.close();
  }

  @Test
  void isNotNoticed() throws Exception {
    new Transparency(tomcat.http(), "", SCRIPTS).compareWith("kept", "tiny", "watched");
  }
}
