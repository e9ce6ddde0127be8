package org.tokenerror.oauth.dialect;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.tokenerror.http.Headers;
import org.tokenerror.http.MediaType;

/** Plays the answer of the case that a request header names. */
final class CorpusServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Names the case; the filter knows no such header. */
  static final String CASE = "X-Case";

  private final transient Map<String, CorpusCase> cases;

  CorpusServlet(Map<String, CorpusCase> cases) {
    this.cases = cases;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    CorpusCase played = cases.get(request.getHeader(CASE));
    for (Headers.Field field : played.answerHeaders().fields()) {
      response.addHeader(field.name(), field.value());
    }
    Optional<Throwable> thrown = played.thrown();
    if (thrown.isPresent()) {
      fail(thrown.get());
    }
    if (played.sentError().isPresent()) {
      response.sendError(played.answerStatus(), played.sentError().get());
      return;
    }
    response.setStatus(played.answerStatus());
    response.getOutputStream().write(played.answerBody().getBytes(charset(played)));
  }

  private static Charset charset(CorpusCase played) {
    return played
        .answerHeaders()
        .first("Content-Type")
        .flatMap(MediaType::parse)
        .flatMap(MediaType::charset)
        .map(Charset::forName)
        .orElse(StandardCharsets.UTF_8);
  }

  /** Throws as a servlet can: what it must not throw comes as the cause of what it may. */
  private static void fail(Throwable thrown) throws IOException, ServletException {
    if (thrown instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof IOException io) {
      throw io;
    }
    throw thrown instanceof ServletException own ? own : new ServletException(thrown);
  }
}
