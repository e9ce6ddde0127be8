package org.tokenerror.testing;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** Runs servlets and filters in a real Tomcat on a free port of the loopback interface. */
public final class EmbeddedTomcat implements AutoCloseable {
  private final Tomcat tomcat = new Tomcat();
  private final Context context;
  private final Path directory;

  public EmbeddedTomcat() throws IOException {
    Logger.getLogger("org.apache").setLevel(Level.OFF);
    directory = Files.createTempDirectory("embedded-tomcat");
    tomcat.setBaseDir(directory.toString());
    tomcat.setHostname("127.0.0.1");
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
    ErrorReportValve pages = new ErrorReportValve();
    pages.setShowReport(false); // no stack traces, which differ from one chain to the next
    tomcat.getHost().getPipeline().addValve(pages);
    context = tomcat.addContext("", directory.toString());
  }

  public EmbeddedTomcat servlet(String name, Servlet servlet, String... patterns) {
    Wrapper wrapper = Tomcat.addServlet(context, name, servlet);
    wrapper.setAsyncSupported(true);
    for (String pattern : patterns) {
      context.addServletMappingDecoded(pattern, name);
    }
    return this;
  }

  public EmbeddedTomcat filter(String name, Filter filter, String... patterns) {
    FilterDef definition = new FilterDef();
    definition.setFilterName(name);
    definition.setFilter(filter);
    definition.setAsyncSupported("true");
    context.addFilterDef(definition);
    FilterMap map = new FilterMap();
    map.setFilterName(name);
    for (String pattern : patterns) {
      map.addURLPattern(pattern);
    }
    map.setDispatcher(DispatcherType.REQUEST.name());
    map.setDispatcher(DispatcherType.ASYNC.name());
    map.setDispatcher(DispatcherType.ERROR.name());
    context.addFilterMap(map);
    return this;
  }

  /** Has all errors answered at a path. */
  public EmbeddedTomcat errorPage(String path) {
    ErrorPage page = new ErrorPage();
    page.setLocation(path);
    context.addErrorPage(page);
    return this;
  }

  /** Puts a file into the web application. */
  public EmbeddedTomcat file(String path, String text) throws IOException {
    Path file = directory.resolve(path.substring(1));
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  public Context context() {
    return context;
  }

  public EmbeddedTomcat start() throws LifecycleException {
    tomcat.start();
    return this;
  }

  public int port() {
    return tomcat.getConnector().getLocalPort();
  }

  public RawHttp http() {
    return new RawHttp(port());
  }

  @Override
  public void close() throws LifecycleException, IOException {
    tomcat.stop();
    tomcat.destroy();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
