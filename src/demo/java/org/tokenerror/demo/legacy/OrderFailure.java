package org.tokenerror.demo.legacy;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Calls the response's methods in an unlucky order, or calls too many of them. */
enum OrderFailure implements FailureStyle {
  LATE_STATUS("The body first, the status afterwards") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      Bodies.write(response, "application/json", BodyFailure.statusAndMessage(refusal));
      response.setStatus(refusal.status());
    }
  },
  RESET("Half a token, then reset() and sendError") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      response.setHeader("X-Half-Done", "yes");
      Bodies.write(response, "application/json", "{\"access_token\":\"half");
      response.reset();
      response.sendError(refusal.status(), refusal.message());
    }
  },
  RESET_BUFFER("Half a token, then resetBuffer() and a text under the old headers") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      response.setHeader("X-Half-Done", "yes");
      Bodies.write(response, "application/json", "{\"access_token\":\"half");
      response.resetBuffer();
      response.setStatus(refusal.status());
      response.getWriter().write(refusal.message());
    }
  },
  FLUSH("The status, flushBuffer(), then the body") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      response.setStatus(refusal.status());
      response.setContentType("text/plain;charset=UTF-8");
      response.flushBuffer();
      response.getWriter().write(refusal.message());
    }
  },
  CONTENT_LENGTH("A Content-Length set beforehand for the wrong JSON") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      byte[] body = BodyFailure.statusAndMessage(refusal).getBytes(StandardCharsets.UTF_8);
      response.setStatus(refusal.status());
      response.setContentLengthLong(body.length);
      response.setHeader("Content-MD5", "Q2hlY2sgSW50ZWdyaXR5IQ==");
      response.setContentType("application/json");
      response.getOutputStream().write(body);
    }
  },
  COMMITTED_EARLY("200 and half the JSON are gone before the failure is noticed") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      Bodies.write(response, "application/json", "{\"issued_by\":\"legacy\"");
      response.flushBuffer();
      throw new IllegalStateException(refusal.message());
    }
  },
  HUGE("The status and megabytes of HTML (parameter megabytes)") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      response.setStatus(refusal.status());
      response.setContentType("text/html;charset=UTF-8");
      ServletOutputStream out = response.getOutputStream();
      out.write(Bodies.page("Token error", refusal.message()).getBytes(StandardCharsets.UTF_8));
      Bodies.pad(request, out);
    }
  };

  private final String summary;

  OrderFailure(String summary) {
    this.summary = summary;
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public String group() {
    return "Gets the order of calls wrong";
  }
}
