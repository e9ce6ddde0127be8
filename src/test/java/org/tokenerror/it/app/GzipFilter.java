package org.tokenerror.it.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Compresses every body that is written, as filters found in many applications do. */
public final class GzipFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.addHeader("Vary", "Accept-Encoding");
    String accepted = Optional.ofNullable(request.getHeader("Accept-Encoding")).orElse("");
    if (!accepted.contains("gzip")) {
      chain.doFilter(request, response);
      return;
    }
    Compressing compressing = new Compressing(response);
    chain.doFilter(request, compressing);
    compressing.finish();
  }

  /** Writes compressed, and lets nobody say how long it was before. */
  private static final class Compressing extends HttpServletResponseWrapper {
    private Optional<CompressedStream> stream = Optional.empty();
    private Optional<PrintWriter> writer = Optional.empty();

    Compressing(HttpServletResponse response) {
      super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      if (stream.isEmpty()) {
        setHeader("Content-Encoding", "gzip");
        stream = Optional.of(new CompressedStream(super.getOutputStream()));
      }
      return stream.get();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
      if (writer.isEmpty()) {
        writer =
            Optional.of(
                new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8)));
      }
      return writer.get();
    }

    @Override
    public void setContentLength(int length) {
      // the compressed body has another one
    }

    @Override
    public void setContentLengthLong(long length) {
      // the compressed body has another one
    }

    @Override
    public void setHeader(String name, String value) {
      if (!name.toLowerCase(Locale.ROOT).equals("content-length")) {
        super.setHeader(name, value);
      }
    }

    void finish() throws IOException {
      writer.ifPresent(PrintWriter::flush);
      if (stream.isPresent()) {
        stream.get().close();
      }
    }
  }

  private static final class CompressedStream extends ServletOutputStream {
    private final GZIPOutputStream gzip;

    CompressedStream(ServletOutputStream target) throws IOException {
      this.gzip = new GZIPOutputStream(target);
    }

    @Override
    public void write(int b) throws IOException {
      gzip.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      gzip.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      gzip.close();
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("this filter compresses blocking output only");
    }
  }
}
