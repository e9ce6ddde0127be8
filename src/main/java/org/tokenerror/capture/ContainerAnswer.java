package org.tokenerror.capture;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tokenerror.http.Headers;
import org.tokenerror.oauth.ErrorResponse;

/**
 * Reads all header fields of a container's response, and writes another answer over it.
 *
 * <p>The Servlet API before 6.1 cannot remove one header field, only all of them with {@code
 * reset()}; so those that stay are read before and set again after.
 */
final class ContainerAnswer {
  private static final String CODING = "Content-Encoding";

  private ContainerAnswer() {}

  static Headers headersOf(HttpServletResponse response) {
    Headers.Builder headers = Headers.builder();
    for (String name : List.copyOf(response.getHeaderNames())) {
      response.getHeaders(name).forEach(value -> headers.add(name, value));
    }
    Headers listed = headers.build();
    String contentType = response.getContentType();
    // Tomcat keeps this one apart until it commits
    return contentType == null || listed.contains("Content-Type")
        ? listed
        : listed.plus("Content-Type", contentType);
  }

  /**
   * Writes the answer in place of what the response holds so far; it must not be committed.
   *
   * @param outerCoding the coding that a filter in front applies to what is written, if one does
   */
  static void overwrite(
      HttpServletResponse response,
      ErrorResponse answer,
      boolean nonBlocking,
      Optional<String> outerCoding)
      throws IOException {
    Headers before = headersOf(response);
    // Tomcat's reset() forgets the WriteListener, and isReady() is false ever after
    boolean ready = !nonBlocking || response.getOutputStream().isReady();
    if (outerCoding.isEmpty()) {
      response.reset();
      removeReplaced(response);
      keep(before, response);
    } else { // a filter in front has begun its compressed body, which reset() would cut
      before.fields().stream()
          .filter(field -> hasToGo(field, answer))
          .forEach(field -> empty(response, field.name()));
    }
    response.setStatus(answer.status());
    Set<String> begun = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (Headers.Field field : answer.headers().fields()) {
      set(response, field, begun.add(field.name()) && isReplaced(field));
    }
    outerCoding.ifPresent(coding -> response.setHeader(CODING, coding));
    if (ready) {
      write(response, answer.body());
    }
  }

  private static void keep(Headers before, HttpServletResponse response) {
    if (response.containsHeader("Set-Cookie")) {
      response.setHeader("Set-Cookie", null); // Jetty sets the session's again, and twice
    }
    for (Headers.Field field : before.fields()) {
      // a container without Servlet 6.1 takes nothing away
      if (!isReplaced(field) && !response.getHeaders(field.name()).contains(field.value())) {
        response.addHeader(field.name(), field.value());
      }
    }
  }

  private static boolean isReplaced(Headers.Field field) {
    return ErrorResponse.replacedHeaders().contains(field.name().toLowerCase(Locale.ROOT));
  }

  /** Tells whether a field describes the old body and is not overwritten by the new answer's. */
  private static boolean hasToGo(Headers.Field field, ErrorResponse answer) {
    return isReplaced(field)
        && !answer.headers().contains(field.name())
        && !field.name().equalsIgnoreCase(CODING);
  }

  /** Jetty sets a new session's cookie again over reset(), and with every cookie an Expires. */
  private static void removeReplaced(HttpServletResponse response) {
    for (String name : List.copyOf(response.getHeaderNames())) {
      if (ErrorResponse.replacedHeaders().contains(name.toLowerCase(Locale.ROOT))) {
        response.setHeader(name, null);
      }
    }
  }

  /** Takes a field away as far as a container without Servlet 6.1 can. */
  private static void empty(HttpServletResponse response, String name) {
    response.setHeader(name, null);
    if (response.containsHeader(name)) {
      response.setHeader(name, "");
    }
  }

  private static void set(HttpServletResponse response, Headers.Field field, boolean alone) {
    // A12, A25: the two that every container wants through its own methods
    if (field.name().equalsIgnoreCase("Content-Type")) {
      response.setContentType(field.value());
      if (!field.value().equals(response.getContentType())) {
        response.setCharacterEncoding("UTF-8"); // A13: Undertow keeps the old charset over reset()
      }
    } else if (field.name().equalsIgnoreCase("Content-Length")) {
      response.setContentLengthLong(Long.parseLong(field.value()));
    } else if (alone) {
      response.setHeader(field.name(), field.value());
    } else {
      response.addHeader(field.name(), field.value());
    }
  }

  private static void write(HttpServletResponse response, byte[] body) throws IOException {
    ServletOutputStream stream;
    try {
      stream = response.getOutputStream();
    } catch (IllegalStateException writerInUse) {
      // a filter in front of us may keep its writer over reset(); ASCII is the same in each charset
      PrintWriter writer = response.getWriter();
      writer.write(new String(body, StandardCharsets.US_ASCII));
      return;
    }
    stream.write(body);
  }
}
