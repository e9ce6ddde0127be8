package org.tokenerror.capture;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tokenerror.http.FormParameters;
import org.tokenerror.http.MediaType;

/**
 * Holds a form body that was read before the servlet runs, and gives it to the servlet as if nobody
 * had (D21): its bytes as a stream, blocking or not, its characters, and its parameters.
 *
 * <p>Form bodies of at most {@value #LIMIT} bytes are read; all others are left alone, or, when
 * their length shows only while they are read, handed on whole. The reading blocks, whatever the
 * servlet does. Charsets are the container's; where none is known a form is UTF-8 (RFC 6749,
 * appendix B).
 */
public final class ReplayingRequest extends HttpServletRequestWrapper {
  /** How many bytes of a body are read at most before the servlet runs. */
  public static final int LIMIT = 64 * 1024;

  private final HeldForm body;
  private @Nullable ReplayingInputStream stream;
  private @Nullable BufferedReader reader;
  private @Nullable String encoding;
  private @Nullable Map<String, String[]> parameters;
  private boolean passRuns;

  private ReplayingRequest(HttpServletRequest request, HeldForm body) {
    super(request);
    this.body = body;
  }

  /**
   * Reads the body of a request, if it is a form and not too long.
   *
   * @param request a request that nobody has read from yet
   * @return a request that gives the body again, or the same one when nothing was read
   */
  public static HttpServletRequest of(HttpServletRequest request) {
    long length = request.getContentLengthLong();
    if (length == 0 || length > LIMIT || !isForm(request.getContentType())) {
      return request;
    }
    try {
      HeldForm body = HeldForm.read(request.getInputStream(), LIMIT);
      return body.isEmpty() ? request : new ReplayingRequest(request, body);
    } catch (IOException | IllegalStateException e) {
      return request; // somebody in front of us reads the body in another way
    }
  }

  private static boolean isForm(@Nullable String contentType) {
    return contentType != null && MediaType.parse(contentType).map(MediaType::isForm).orElse(false);
  }

  /**
   * Finds the replaying request inside a request that others may have wrapped.
   *
   * @param request any request
   * @return the one inside, empty when there is none
   */
  public static Optional<ReplayingRequest> in(ServletRequest request) {
    ServletRequest next = request;
    while (!(next instanceof ReplayingRequest) && next instanceof ServletRequestWrapper wrapper) {
      next = wrapper.getRequest();
    }
    return next instanceof ReplayingRequest found ? Optional.of(found) : Optional.empty();
  }

  /**
   * Returns the parameters of the body.
   *
   * @return the parameters, empty when the body could not be read whole
   */
  public Optional<FormParameters> form() {
    return body.isWhole() ? Optional.of(FormParameters.parse(body.text())) : Optional.empty();
  }

  /**
   * Lets the rest of the chain run, and calls its {@code ReadListener} after it has returned, as
   * containers do.
   *
   * @param chain the rest of the chain
   * @param request the request of this pass, this one inside
   * @param response the response of this pass
   * @throws IOException if the servlet threw it
   * @throws ServletException likewise
   */
  public void run(FilterChain chain, ServletRequest request, ServletResponse response)
      throws IOException, ServletException {
    passRuns = true;
    try {
      chain.doFilter(request, response);
    } finally {
      passRuns = false;
    }
    if (stream != null) {
      stream.callListener();
    }
  }

  /** Calls a listener that was set when no pass was running. */
  void listenerSet(ReplayingInputStream owner) {
    if (!passRuns) {
      getAsyncContext().start(owner::callListener);
    }
  }

  // ------------------------------------------------------------------ the body

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (reader != null) {
      throw new IllegalStateException("getReader() was called");
    }
    return stream();
  }

  private ReplayingInputStream stream() {
    if (stream == null) {
      stream = new ReplayingInputStream(this, body);
    }
    return stream;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    if (reader == null) {
      if (stream != null) {
        throw new IllegalStateException("getInputStream() was called");
      }
      String name = getCharacterEncoding();
      Charset charset = name == null ? StandardCharsets.ISO_8859_1 : charset(name);
      reader = new BufferedReader(new InputStreamReader(stream(), charset));
    }
    return reader;
  }

  @Override
  public void setCharacterEncoding(String name) throws UnsupportedEncodingException {
    charset(name);
    if (reader == null && parameters == null) {
      encoding = name; // Undertow ignores it once somebody has read from the body
    }
  }

  @Override
  public @Nullable String getCharacterEncoding() {
    return encoding == null ? super.getCharacterEncoding() : encoding;
  }

  private static Charset charset(String name) throws UnsupportedEncodingException {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      UnsupportedEncodingException unsupported = new UnsupportedEncodingException(name);
      unsupported.initCause(e);
      throw unsupported;
    }
  }

  // ------------------------------------------------------------------ the parameters

  /** Returns those of the query, which the container reads, before those of the body. */
  private Map<String, String[]> parameters() {
    if (parameters == null) {
      if (stream == null) {
        body.readOn(); // nobody reads it but us
      }
      parameters = body.isWhole() ? joined() : super.getParameterMap();
    }
    return parameters;
  }

  private Map<String, String[]> joined() {
    String name = getCharacterEncoding();
    try {
      Charset charset = name == null ? StandardCharsets.UTF_8 : charset(name);
      return FormPairs.read(body.text(), charset).after(super.getParameterMap());
    } catch (UnsupportedEncodingException e) {
      return FormPairs.read(body.text(), StandardCharsets.UTF_8).after(super.getParameterMap());
    }
  }

  @Override
  public @Nullable String getParameter(String name) {
    String[] values = parameters().get(name);
    return values == null || values.length == 0 ? null : values[0];
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    String[] values = parameters().get(name);
    return values == null ? null : values.clone();
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(parameters().keySet());
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Collections.unmodifiableMap(parameters());
  }
}
