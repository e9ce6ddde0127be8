package org.tokenerror.capture;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Objects;

/**
 * Hands a servlet's bytes to the {@link BodyCapture}.
 *
 * <p>Readiness is the container's: while bytes are held nothing is pending there, so it answers as
 * for the bare response.
 */
final class CaptureOutputStream extends ServletOutputStream {
  private static final byte[] NO_BYTE = {};

  private final BodyCapture body;
  private final ServletOutputStream container;
  private final ServletResponse response;
  private final boolean printsInCharset;
  private byte[] single = NO_BYTE;

  CaptureOutputStream(BodyCapture body, ServletOutputStream container, ServletResponse response) {
    this.body = body;
    this.container = container;
    this.response = response;
    this.printsInCharset = ContainerQuirks.printsInCharset(container);
  }

  /** Tells whether this stream stands before the given one of the container. */
  boolean standsBefore(ServletOutputStream other) {
    return container == other; // the container keeps one stream per response until reset()
  }

  @Override
  public void write(int b) throws IOException {
    if (single.length == 0) {
      single = new byte[1]; // most servlets never write a byte alone
    }
    single[0] = (byte) b;
    body.write(single, 0, 1);
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    write(bytes, 0, bytes.length);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    body.write(bytes, offset, length);
  }

  @Override
  public void print(String text) throws IOException {
    if (printsInCharset) {
      write(String.valueOf(text).getBytes(Charset.forName(response.getCharacterEncoding())));
    } else {
      super.print(text);
    }
  }

  @Override
  public void println(String text) throws IOException {
    if (printsInCharset) {
      print(text + "\r\n"); // in one, for the sake of a byte order mark
    } else {
      super.println(text);
    }
  }

  @Override
  public void flush() throws IOException {
    body.flush(true);
  }

  @Override
  public void close() throws IOException {
    body.close();
  }

  @Override
  public boolean isReady() {
    return container.isReady();
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    container.setWriteListener(listener);
    body.useNonBlocking();
  }
}
