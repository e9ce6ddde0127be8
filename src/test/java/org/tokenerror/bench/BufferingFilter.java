package org.tokenerror.bench;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Does what is usually written by hand: keeps the whole body in memory, looks at the status, and
 * copies the body to the container if it is no failure.
 *
 * <p>It knows one error and understands nothing; it stands here to be compared with.
 */
final class BufferingFilter implements Filter {
  private static final byte[] ERROR =
      "{\"error\":\"invalid_request\"}".getBytes(StandardCharsets.US_ASCII);

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Caching caching = new Caching((HttpServletResponse) response);
    chain.doFilter(request, caching);
    caching.finish();
  }

  private static final class Caching extends HttpServletResponseWrapper {
    private static final int FIRST_SIZE = 1024;

    private final HttpServletResponse container;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(FIRST_SIZE);
    private int failure;
    private @Nullable ServletOutputStream stream;
    private @Nullable PrintWriter writer;

    Caching(HttpServletResponse container) {
      super(container);
      this.container = container;
    }

    @Override
    public void sendError(int status) {
      failure = status;
    }

    @Override
    public void sendError(int status, String message) {
      failure = status;
    }

    @Override
    public ServletOutputStream getOutputStream() {
      if (stream == null) {
        stream = new CachingStream(body);
      }
      return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
      if (writer == null) {
        writer = new PrintWriter(new OutputStreamWriter(body, getCharacterEncoding()));
      }
      return writer;
    }

    @Override
    public void flushBuffer() {
      // everything goes out at the end
    }

    @Override
    public void setContentLength(int length) {
      // it is known at the end
    }

    @Override
    public void setContentLengthLong(long length) {
      // it is known at the end
    }

    void finish() throws IOException {
      if (writer != null) {
        writer.flush();
      }
      int status = failure > 0 ? failure : container.getStatus();
      if (status >= 400) {
        container.resetBuffer();
        container.setStatus(status);
        container.setContentType("application/json");
        container.setContentLength(ERROR.length);
        container.getOutputStream().write(ERROR);
      } else {
        container.setContentLength(body.size());
        body.writeTo(container.getOutputStream());
      }
    }
  }

  private static final class CachingStream extends ServletOutputStream {
    private final ByteArrayOutputStream body;

    CachingStream(ByteArrayOutputStream body) {
      this.body = body;
    }

    @Override
    public void write(int b) {
      body.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      body.write(bytes, offset, length);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("everything is kept in memory");
    }
  }
}
