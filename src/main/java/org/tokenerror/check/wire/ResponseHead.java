package org.tokenerror.check.wire;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.tokenerror.http.Headers;

/**
 * Holds what stands before the body.
 *
 * @param statusLine the first line
 * @param status its number
 * @param headers the fields
 */
record ResponseHead(String statusLine, int status, Headers headers) {
  private static final int SWITCHING_PROTOCOLS = 101;

  /** Takes the lines of a head apart; empty if the first one is no status line of HTTP/1. */
  static Optional<ResponseHead> of(List<String> lines) {
    OptionalInt status = status(lines.get(0));
    if (status.isEmpty()) {
      return Optional.empty();
    }
    Headers.Builder headers = Headers.builder();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      String name = colon < 0 ? line : line.substring(0, colon);
      headers.add(name, colon < 0 ? "" : trim(line.substring(colon + 1)));
    }
    return Optional.of(new ResponseHead(lines.get(0), status.getAsInt(), headers.build()));
  }

  boolean isInterim() {
    return status >= 100 && status < 200 && status != SWITCHING_PROTOCOLS;
  }

  /** Returns what the last Content-Length says, if all of them are numbers. */
  OptionalLong length() {
    OptionalLong length = OptionalLong.empty();
    for (String value : headers.all("Content-Length")) {
      try {
        length = OptionalLong.of(Long.parseLong(value));
      } catch (NumberFormatException noNumber) {
        return OptionalLong.empty();
      }
    }
    return length;
  }

  private static OptionalInt status(String line) {
    boolean http =
        line.length() >= 12
            && line.toUpperCase(Locale.ROOT).startsWith("HTTP/1.")
            && line.charAt(8) == ' ';
    if (!http || !line.substring(9, 12).chars().allMatch(c -> c >= '0' && c <= '9')) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(line.substring(9, 12)));
  }

  /** Takes blanks and tabs away, and leaves other white space to be judged (C7). */
  private static String trim(String value) {
    int start = 0;
    int end = value.length();
    while (start < end && isBlank(value.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
