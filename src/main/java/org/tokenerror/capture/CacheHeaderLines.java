package org.tokenerror.capture;

import jakarta.servlet.http.HttpServletResponse;
import org.tokenerror.http.Headers;
import org.tokenerror.oauth.success.CacheHeaders;

/** Adds the header fields that keep an answer out of caches, where they are missing (E1, E3). */
final class CacheHeaderLines {
  private CacheHeaderLines() {}

  static void addMissing(HttpServletResponse response) {
    if (response.isCommitted()) {
      return;
    }
    Headers.Builder present = Headers.builder();
    response.getHeaders("Cache-Control").forEach(value -> present.add("Cache-Control", value));
    response.getHeaders("Pragma").forEach(value -> present.add("Pragma", value));
    CacheHeaders.missingFrom(present.build())
        .fields()
        .forEach(field -> response.addHeader(field.name(), field.value()));
  }
}
