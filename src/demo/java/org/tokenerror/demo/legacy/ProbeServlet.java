package org.tokenerror.demo.legacy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sends a token request twice, past the filter and through it, and shows both raw answers.
 *
 * <p>Browsers hide raw answers: they follow redirects, open login dialogs and decode bodies. GET
 * lists the styles; POST takes {@code method}, {@code header} (repeated, {@code Name: value}) and
 * {@code body}. It talks to nothing but the two token endpoints of its own application, on the
 * connector it was called on.
 */
public final class ProbeServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final String BARE = "/bare-token-endpoint";
  private static final String FILTERED = "/oauth2/token";
  private static final int MOST_BODY = 8192;

  private static final Set<String> METHODS = Set.of("POST", "GET", "PUT", "OPTIONS");
  private static final Set<String> HEADERS =
      Set.of("Accept", "Authorization", "Content-Type", "Origin", "X-Demo-Fail", "X-Demo-Succeed");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String failures =
        FailureStyle.all().stream()
            .map(
                style ->
                    choice(style.id(), style.summary())
                        + ",\"group\":"
                        + Bodies.json(style.group())
                        + ",\"outage\":"
                        + style.isOutage()
                        + "}")
            .collect(Collectors.joining(",", "[", "]"));
    String successes =
        Stream.of(SuccessStyle.values())
            .map(style -> choice(style.id(), style.summary()) + "}")
            .collect(Collectors.joining(",", "[", "]"));
    answer(response, "{\"failures\":" + failures + ",\"successes\":" + successes + "}");
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String method = Optional.ofNullable(request.getParameter("method")).orElse("POST");
    String body = Optional.ofNullable(request.getParameter("body")).orElse("");
    Optional<List<String>> headers = headers(request);
    if (!METHODS.contains(method) || headers.isEmpty() || body.length() > MOST_BODY) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      answer(response, "{\"problem\":\"The probe sends no such request\"}");
      return;
    }
    String filtered = message(request, method, FILTERED, headers.get(), body);
    String bare = message(request, method, BARE, headers.get(), body);
    RawExchange exchange = new RawExchange(request.getLocalAddr(), request.getLocalPort());
    try {
      answer(
          response,
          "{\"request\":"
              + Bodies.json(filtered)
              + ",\"bare\":"
              + Bodies.json(exchange.send(bare))
              + ",\"filtered\":"
              + Bodies.json(exchange.send(filtered))
              + ",\"limit\":"
              + RawExchange.LIMIT
              + "}");
    } catch (IOException e) {
      response.setStatus(HttpServletResponse.SC_BAD_GATEWAY);
      answer(
          response,
          "{\"problem\":"
              + Bodies.json(
                  "The probe, which speaks plain HTTP/1.1, got no answer from its own port "
                      + request.getLocalPort())
              + "}");
    }
  }

  /** Collects the allowed header lines; empty when one of them is not allowed. */
  private static Optional<List<String>> headers(HttpServletRequest request) {
    List<String> lines = new ArrayList<>();
    for (String line :
        Optional.ofNullable(request.getParameterValues("header")).map(List::of).orElse(List.of())) {
      int colon = line.indexOf(": ");
      boolean visible = line.chars().allMatch(c -> c >= ' ' && c < 0x7f);
      if (colon < 0 || !visible || !HEADERS.contains(line.substring(0, colon))) {
        return Optional.empty();
      }
      lines.add(line);
    }
    return Optional.of(lines);
  }

  private static String message(
      HttpServletRequest request, String method, String path, List<String> headers, String body) {
    StringBuilder message = new StringBuilder();
    message.append(method).append(' ').append(request.getContextPath()).append(path);
    message.append(" HTTP/1.1\r\nHost: ").append(request.getServerName());
    message.append(':').append(request.getServerPort()).append("\r\n");
    headers.forEach(line -> message.append(line).append("\r\n"));
    if (!body.isEmpty()) {
      int length = body.getBytes(StandardCharsets.UTF_8).length;
      message.append("Content-Length: ").append(length).append("\r\n");
    }
    return message.append("Connection: close\r\n\r\n").append(body).toString();
  }

  /** Opens a choice's JSON object; the caller closes it. */
  private static String choice(String id, String summary) {
    return "{\"id\":" + Bodies.json(id) + ",\"summary\":" + Bodies.json(summary);
  }

  private static void answer(HttpServletResponse response, String json) throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    Bodies.send(response, "application/json", json.getBytes(StandardCharsets.US_ASCII));
  }
}
