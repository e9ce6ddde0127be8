package org.tokenerror.it.app;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Is any OAuth endpoint: answers what it is told to, or what it has read of its request. */
public final class EndpointServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<String> answer = Optional.ofNullable(request.getHeader("X-Answer"));
    String way = Optional.ofNullable(request.getHeader("X-Way")).orElse("parameters");
    if (answer.isPresent()) {
      say(response, answer.get());
    } else if (way.equals("listener")) {
      listen(request, response);
    } else {
      echo(response, read(request, way));
    }
  }

  /** Understands {@code 200 {"active":false}} and {@code 400 Bad token}, the latter as an error. */
  private static void say(HttpServletResponse response, String answer) throws IOException {
    int status = Integer.parseInt(answer.substring(0, 3));
    String body = answer.substring(3).strip();
    if (status >= 400 && !body.startsWith("{")) {
      response.sendError(status, body);
      return;
    }
    response.setStatus(status);
    if (!body.isEmpty()) {
      response.setContentType(body.startsWith("{") ? "application/json" : "text/html");
      response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String read(HttpServletRequest request, String way) throws IOException {
    return switch (way) {
      case "stream" -> utf8(request.getInputStream().readAllBytes());
      case "reader" -> String.valueOf(request.getReader().readLine());
      default -> request.getParameter("scope") + "|" + request.getParameter("tenant");
    };
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void echo(HttpServletResponse response, String read) throws IOException {
    response.setContentType("application/json");
    response.getWriter().write("{\"access_token\":\"abc\",\"read\":\"" + read + "\"}");
  }

  private static void listen(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AsyncContext async = request.startAsync();
    ServletInputStream stream = request.getInputStream();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    stream.setReadListener(
        new ReadListener() {
          @Override
          public void onDataAvailable() throws IOException {
            byte[] piece = new byte[1024];
            while (stream.isReady() && !stream.isFinished()) {
              int count = stream.read(piece);
              bytes.write(piece, 0, Math.max(count, 0));
            }
          }

          @Override
          public void onAllDataRead() throws IOException {
            echo(response, utf8(bytes.toByteArray()));
            async.complete();
          }

          @Override
          public void onError(Throwable cause) {
            async.complete();
          }
        });
  }
}
