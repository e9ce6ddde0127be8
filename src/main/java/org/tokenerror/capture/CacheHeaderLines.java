package org.tokenerror.capture;

import jakarta.servlet.http.HttpServletResponse;
import org.tokenerror.http.Headers;
import org.tokenerror.oauth.success.CacheHeaders;

/** Adds the header fields that keep an answer out of caches, where they are missing (E1, E3). */
final class CacheHeaderLines {
  private CacheHeaderLines() {}

  static void addMissing(HttpServletResponse response) {
    if (response.isCommitted() || isComplete(response)) {
      return;
    }
    for (Headers.Field field : CacheHeaders.missingFrom(present(response)).fields()) {
      response.addHeader(field.name(), field.value());
    }
  }

  /** Spares the usual answer everything else. */
  private static boolean isComplete(HttpServletResponse response) {
    return "no-store".equals(response.getHeader("Cache-Control"))
        && response.getHeader("Pragma") != null;
  }

  private static Headers present(HttpServletResponse response) {
    String control = response.getHeader("Cache-Control");
    String pragma = response.getHeader("Pragma");
    if (control == null && pragma == null) {
      return Headers.empty();
    }
    Headers.Builder present = Headers.builder();
    for (String value : response.getHeaders("Cache-Control")) {
      present.add("Cache-Control", value);
    }
    if (pragma != null) {
      present.add("Pragma", pragma);
    }
    return present.build();
  }
}
