package org.tokenerror.demo.legacy;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Answers token requests: the desk decides, a style tells.
 *
 * <p>The request says how a refusal is told ({@code fail=send-error-message}, or the header {@code
 * X-Demo-Fail}) and how a token is handed out ({@code succeed=plain}, or {@code X-Demo-Succeed}).
 * What is decided does not depend on either, except that styles which play an outage fail every
 * request. The servlet is mapped twice, at {@code /oauth2/token} and {@code /bare-token-endpoint},
 * and cannot tell the two apart.
 */
public final class LegacyTokenServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final Refusal OUTAGE =
      new Refusal(500, "server_error", "The token store does not answer");

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if ("OPTIONS".equals(request.getMethod())) {
      answerPreflight(response);
      return;
    }
    if (request.getHeader("Origin") != null) {
      response.setHeader("Access-Control-Allow-Origin", "*");
    }
    Optional<FailureStyle> failure =
        FailureStyle.named(wish(request, "fail", "X-Demo-Fail", "send-error-message"));
    Optional<SuccessStyle> success =
        SuccessStyle.named(wish(request, "succeed", "X-Demo-Succeed", "plain"));
    if (failure.isEmpty() || success.isEmpty()) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST, "No such style: see GET /probe");
      return;
    }
    try {
      TokenAnswer answer = TokenDesk.decide(request);
      if (failure.get().isOutage()) {
        failure.get().tell(request, response, OUTAGE);
      } else {
        success.get().send(request, response, answer);
      }
    } catch (TokenRefusedException e) {
      failure.get().tell(request, response, e.refusal());
    }
  }

  private static String wish(
      HttpServletRequest request, String parameter, String header, String otherwise) {
    return Optional.ofNullable(request.getParameter(parameter))
        .or(() -> Optional.ofNullable(request.getHeader(header)))
        .orElse(otherwise);
  }

  /** Lets browser applications ask; a preflight carries no credentials and is never a failure. */
  private static void answerPreflight(HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Allow-Methods", "POST");
    response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type");
  }
}
