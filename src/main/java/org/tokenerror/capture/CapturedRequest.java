package org.tokenerror.capture;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Enumeration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tokenerror.http.MediaType;

/**
 * Looks like the container's request to the servlet, keeps our response in asynchronous processing,
 * and copies a form body that the servlet reads by itself.
 *
 * <p>It never touches parameters: {@code getParameter} goes to the container as before, and only
 * its exceptions are noted on their way.
 */
final class CapturedRequest extends HttpServletRequestWrapper {
  private final CapturedExchange exchange;
  private @Nullable RequestBodyCopy bodyCopy;
  private volatile boolean brokenParameters;
  private @Nullable CopyingInputStream stream;
  private @Nullable BufferedReader reader;

  CapturedRequest(HttpServletRequest container, CapturedExchange exchange) {
    super(container);
    this.exchange = exchange;
  }

  RequestBodyCopy bodyCopy() {
    if (bodyCopy == null) {
      bodyCopy = new RequestBodyCopy();
    }
    return bodyCopy;
  }

  // ------------------------------------------------------------------ asynchronous processing

  @Override
  public AsyncContext startAsync() {
    // without arguments, Tomcat and Jetty would go on with their own response and not with ours
    ServletResponse response = exchange.response();
    return exchange.startedAsync(super.startAsync(this, response), this, response, true);
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
    boolean original = request == this && response == exchange.response();
    return exchange.startedAsync(super.startAsync(request, response), request, response, original);
  }

  @Override
  public AsyncContext getAsyncContext() {
    return exchange.asyncContext(super.getAsyncContext());
  }

  // ------------------------------------------------------------------ forwards

  @Override
  public @Nullable RequestDispatcher getRequestDispatcher(String path) {
    RequestDispatcher bare = super.getRequestDispatcher(path);
    return bare == null ? null : new ResettingDispatcher(bare, exchange);
  }

  /** Lets our response forget what was written before a forward; an include changes nothing. */
  private record ResettingDispatcher(RequestDispatcher bare, CapturedExchange exchange)
      implements RequestDispatcher {
    @Override
    public void forward(ServletRequest request, ServletResponse response)
        throws ServletException, IOException {
      if (exchange.leadsToOurs(response)) {
        exchange.response().beginForward();
      }
      bare.forward(request, response);
    }

    @Override
    public void include(ServletRequest request, ServletResponse response)
        throws ServletException, IOException {
      bare.include(request, response);
    }
  }

  // ------------------------------------------------------------------ the parameters

  /** Tells whether the container threw when the servlet asked for parameters; some do once. */
  boolean hasBrokenParameters() {
    return brokenParameters;
  }

  @Override
  public @Nullable String getParameter(String name) {
    return noted(() -> super.getParameter(name));
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    return noted(() -> super.getParameterValues(name));
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return noted(super::getParameterNames);
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return noted(super::getParameterMap);
  }

  private <T extends @Nullable Object> T noted(Supplier<T> parameters) {
    try {
      return parameters.get();
    } catch (RuntimeException broken) {
      brokenParameters = true;
      throw broken;
    }
  }

  // ------------------------------------------------------------------ the body

  @Override
  public ServletInputStream getInputStream() throws IOException {
    ServletInputStream bare = super.getInputStream();
    if (!isForm()) {
      return bare;
    }
    if (stream == null || !stream.readsFrom(bare)) {
      stream = new CopyingInputStream(bare, bodyCopy());
      bodyCopy().opened(bare);
    }
    return stream;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    BufferedReader bare = super.getReader();
    if (!isForm()) {
      return bare;
    }
    if (reader == null) {
      reader = new BufferedReader(new CopyingReader(bare, bodyCopy()));
      bodyCopy().opened(bare);
    }
    return reader;
  }

  private boolean isForm() {
    String contentType = getContentType();
    return contentType != null && MediaType.parse(contentType).map(MediaType::isForm).orElse(false);
  }

  private static final class CopyingInputStream extends ServletInputStream {
    private final ServletInputStream bare;
    private final RequestBodyCopy copy;

    CopyingInputStream(ServletInputStream bare, RequestBodyCopy copy) {
      this.bare = bare;
      this.copy = copy;
    }

    boolean readsFrom(ServletInputStream other) {
      return bare == other; // the container keeps one stream per request
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] array, int offset, int length) throws IOException {
      int count = bare.read(array, offset, length);
      copy.read(array, offset, count);
      return count;
    }

    @Override
    public int available() throws IOException {
      return bare.available();
    }

    @Override
    public void close() throws IOException {
      bare.close();
    }

    @Override
    public boolean isFinished() {
      return bare.isFinished();
    }

    @Override
    public boolean isReady() {
      return bare.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      copy.readsNonBlocking();
      bare.setReadListener(listener);
    }
  }

  private static final class CopyingReader extends FilterReader {
    private final RequestBodyCopy copy;

    CopyingReader(Reader bare, RequestBodyCopy copy) {
      super(bare);
      this.copy = copy;
    }

    @Override
    public int read() throws IOException {
      char[] one = new char[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] array, int offset, int length) throws IOException {
      int count = in.read(array, offset, length);
      copy.read(array, offset, count);
      return count;
    }
  }
}
