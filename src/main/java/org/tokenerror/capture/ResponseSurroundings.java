package org.tokenerror.capture;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.tokenerror.http.MediaType;

/** Answers the {@link BodyCapture}'s questions from the container's response. */
record ResponseSurroundings(
    HttpServletResponse container,
    HttpServletRequest request,
    CaptureOptions options,
    CapturedExchange exchange)
    implements BodyCapture.Surroundings {

  @Override
  public int status() {
    return container.getStatus();
  }

  @Override
  public boolean commits(long written, int piece, boolean characters) {
    return ContainerQuirks.commits(container, written, piece, characters);
  }

  @Override
  public boolean commitsAtContentLength() {
    return ContainerQuirks.commitsAtContentLength(container);
  }

  @Override
  public boolean keepsIncludesFromFlushing() {
    return ContainerQuirks.keepsIncludesFromFlushing(container)
        && request.getAttribute(RequestDispatcher.INCLUDE_REQUEST_URI) != null;
  }

  @Override
  public boolean hasFailed() {
    return exchange.looksLikeFailure();
  }

  @Override
  public boolean mayTellOfFailure() {
    String contentType = container.getContentType();
    if (contentType == null) {
      return true;
    }
    return MediaType.parse(contentType)
        .map(
            type ->
                type.isJson() || type.isHtml() || type.isXml() || type.isForm() || type.isText())
        .orElse(true);
  }

  @Override
  public void beforeRelease() {
    boolean redirect = status() >= 300 && status() < 400;
    if (options.addCacheHeaders() && !redirect) {
      CacheHeaderLines.addMissing(container);
    }
  }

  @Override
  public void commit() throws IOException {
    container.flushBuffer();
  }
}
