package org.tokenerror.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Answers as the header field {@link #ORDER} asks for, with as many bytes.
 *
 * <p>It does what a token servlet does at least: it asks for the grant type and for the client's
 * credentials, and its successes are kept out of caches.
 */
final class SizedServlet extends HttpServlet {
  /** Holds a word and a number of bytes, e.g. {@code succeed 1024}. */
  static final String ORDER = "X-Order";

  /** Asks for a token and so many bytes more. */
  static final String SUCCEED = "succeed ";

  /** Asks for the same without the header fields that keep it out of caches. */
  static final String SUCCEED_CACHEABLE = "succeed-cacheable ";

  /** Asks for a 400 with so many bytes of text. */
  static final String FAIL = "fail ";

  /** Asks for {@code sendError}; the number does not matter. */
  static final String REFUSE = "refuse ";

  private static final long serialVersionUID = 1L;
  private static final byte[] TOKEN =
      "{\"access_token\":\"2YotnFZFEjr1zCsicMWpAA\",\"token_type\":\"Bearer\",\"padding\":\""
          .getBytes(US_ASCII);
  private static final byte[] END = "\"}".getBytes(US_ASCII);
  private static final byte[] PIECE = new byte[8 << 10];

  static {
    Arrays.fill(PIECE, (byte) 'x');
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String order = request.getHeader(ORDER);
    if (order == null || request.getParameter("grant_type") == null) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST, "Missing parameter: grant_type");
    } else if (request.getHeader("Authorization") == null || order.startsWith(REFUSE)) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED, "Bad client credentials");
    } else if (order.startsWith(SUCCEED)) {
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("Pragma", "no-cache");
      succeed(response, number(order, SUCCEED));
    } else if (order.startsWith(SUCCEED_CACHEABLE)) {
      succeed(response, number(order, SUCCEED_CACHEABLE));
    } else {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      response.setContentType("text/plain");
      pad(response.getOutputStream(), number(order, FAIL));
    }
  }

  private static long number(String order, String word) {
    return Long.parseLong(order, word.length(), order.length(), 10);
  }

  private static void succeed(HttpServletResponse response, long size) throws IOException {
    response.setContentType("application/json");
    OutputStream body = response.getOutputStream();
    body.write(TOKEN);
    pad(body, size);
    body.write(END);
  }

  private static void pad(OutputStream body, long size) throws IOException {
    for (long left = size; left > 0; ) {
      int count = (int) Math.min(left, PIECE.length);
      body.write(PIECE, 0, count);
      left -= count;
    }
  }
}
