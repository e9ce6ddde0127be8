package org.tokenerror;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Turns a raw request URI into the path within the context, as containers do before they choose a
 * servlet.
 *
 * <p>It is only used where a container keeps nothing else: for the request that an error page is
 * about. It rejects nothing; broken percent signs stay what they are.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-5.2.4">RFC 3986, section 5.2.4</a>
 */
final class RequestUri {
  private RequestUri() {}

  /** Returns the path behind the context path, without parameters, decoded and normalized. */
  static String withinContext(String uri, String contextPath) {
    String path = normalized(uri);
    String context = contextPath.isEmpty() ? "" : normalized(contextPath);
    boolean inside =
        path.startsWith(context)
            && (path.length() == context.length() || path.charAt(context.length()) == '/');
    return inside ? path.substring(context.length()) : path;
  }

  private static String normalized(String uri) {
    int query = uri.indexOf('?');
    String path = query < 0 ? uri : uri.substring(0, query);
    Deque<String> segments = new ArrayDeque<>();
    boolean open = false;
    for (int at = 0; at <= path.length(); ) {
      int slash = path.indexOf('/', at);
      int end = slash < 0 ? path.length() : slash;
      String segment = decoded(withoutParameters(path.substring(at, end)));
      open = segment.isEmpty() || segment.equals(".") || segment.equals("..");
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!open) {
        segments.addLast(segment);
      }
      at = end + 1;
    }
    String joined = "/" + String.join("/", segments);
    return open && joined.length() > 1 ? joined + "/" : joined;
  }

  private static String withoutParameters(String segment) {
    int semicolon = segment.indexOf(';');
    return semicolon < 0 ? segment : segment.substring(0, semicolon);
  }

  private static String decoded(String segment) {
    if (segment.indexOf('%') < 0) {
      return segment;
    }
    byte[] raw = segment.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length);
    for (int i = 0; i < raw.length; i++) {
      int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
      if (low < 0) {
        bytes.write(raw[i]);
      } else {
        bytes.write(high * 16 + low);
        i += 2;
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
