package org.tokenerror.it.javax;

import java.io.File;
import java.io.IOException;
import java.util.List;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentDescription;
import org.jboss.arquillian.container.spi.event.container.BeforeDeploy;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Converts applications just before they are deployed, and gives them the filter's jar for {@code
 * javax.servlet}.
 */
public final class JavaxDeployer {
  private static final File FILTER = new File(System.getProperty("it.filter.javax.jar", ""));

  /** Converts the archive of a deployment in place. */
  public void convert(@Observes BeforeDeploy event) throws IOException {
    DeploymentDescription deployment = event.getDeployment();
    if (deployment.isArchiveDeployment() && deployment.getArchive() instanceof WebArchive war) {
      convert(war);
    }
  }

  private static void convert(WebArchive war) throws IOException {
    List<ArchivePath> filters =
        List.copyOf(
            war.getContent(path -> path.get().matches("/WEB-INF/lib/.*filter.*\\.jar")).keySet());
    filters.forEach(war::delete);
    JavaxArchive.convert(war);
    if (!filters.isEmpty()) {
      war.addAsLibrary(FILTER, "filter.jar");
    }
  }
}
