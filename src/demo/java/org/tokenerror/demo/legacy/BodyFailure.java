package org.tokenerror.demo.legacy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes a body of the author's own invention; the last style is the one that needs no help. */
enum BodyFailure implements FailureStyle {
  STATUS_WRITER_TEXT("The status and a line of plain text") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      response.setStatus(refusal.status());
      Bodies.write(response, "text/plain", "ERROR: " + refusal.message() + "\n");
    }
  },
  STATUS_STREAM_JSON_WRONG("JSON, but not OAuth's: status and message") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      response.setStatus(refusal.status());
      Bodies.send(response, "application/json", bytes(statusAndMessage(refusal)));
    }
  },
  WHITELABEL_JSON("A framework's JSON, whose \"error\" is the reason phrase") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      response.setStatus(refusal.status());
      String error = refusal.status() == 401 ? "Unauthorized" : "Bad Request";
      Bodies.write(
          response,
          "application/json",
          "{\"timestamp\":\"2024-02-29T12:00:00.000+00:00\",\"status\":%d,\"error\":\"%s\",\"path\":%s}"
              .formatted(refusal.status(), error, Bodies.json("/oauth2/token")));
    }
  },
  NESTED_JSON("JSON whose \"error\" is an object") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      response.setStatus(refusal.status());
      Bodies.write(response, "application/json", "{\"error\":" + statusAndMessage(refusal) + "}");
    }
  },
  JSON_AS_TEXT("The right JSON under the wrong media type, with the wrong status") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      response.setStatus(refusal.status());
      Bodies.write(response, "text/plain", codeAndDescription(refusal.code(), refusal.message()));
    }
  },
  ILLEGAL_CHARACTERS("A description with quotes, a line break and umlauts") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      response.setStatus(refusal.status());
      String words = "\"Ung\u00fcltig\":\r\n" + refusal.message();
      Bodies.write(response, "application/json", codeAndDescription(refusal.code(), words));
    }
  },
  XML("The status and an XML document") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      response.setStatus(refusal.status());
      Bodies.write(
          response,
          "application/xml",
          "<?xml version=\"1.0\"?><error><message>"
              + Bodies.html(refusal.message())
              + "</message></error>");
    }
  },
  HTML_PAGE("The status and a page of HTML") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      response.setStatus(refusal.status());
      Bodies.write(response, "text/html", Bodies.page("Token error", refusal.message()));
    }
  },
  STACK_TRACE("500 and a page of HTML with the stack trace") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      StringWriter trace = new StringWriter();
      new TokenRefusedException(refusal).printStackTrace(new PrintWriter(trace));
      response.setStatus(500);
      Bodies.write(
          response,
          "text/html",
          "<html><body><h1>Oops</h1><pre>"
              + Bodies.html(trace.toString())
              + "</pre></body></html>");
    }
  },
  GZIP_JSON("Wrong JSON, compressed, with an ETag") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      response.setStatus(refusal.status());
      response.setHeader("Content-Encoding", "gzip");
      response.setHeader("Vary", "Accept-Encoding");
      response.setHeader("ETag", "\"e1\"");
      Bodies.send(response, "application/json", Bodies.gzip(statusAndMessage(refusal)));
    }
  },
  WRONG_CHALLENGE("401 with a Bearer challenge whose realm is not quoted") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      response.setStatus(401);
      response.setHeader("WWW-Authenticate", "Bearer realm=legacy");
      Bodies.write(
          response, "application/json", codeAndDescription(refusal.code(), refusal.message()));
    }
  },
  OK_200_ERROR("200 with OAuth's error JSON") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      Bodies.write(
          response, "application/json", codeAndDescription(refusal.code(), refusal.message()));
    }
  },
  OK_200_DIALECT("200 with {\"ok\":false,...}") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      Bodies.write(
          response,
          "application/json",
          "{\"ok\":false,\"error\":" + Bodies.json(refusal.message()) + "}");
    }
  },
  OK_200_FORM("200 with a form-encoded error") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      Bodies.write(
          response,
          "application/x-www-form-urlencoded",
          "error="
              + refusal.code()
              + "&error_description="
              + URLEncoder.encode(refusal.message(), StandardCharsets.UTF_8));
    }
  },
  OK_200_HTML("200 with a page of HTML") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      Bodies.write(response, "text/html", Bodies.page("Sign-in failed", refusal.message()));
    }
  },
  EMPTY("The status and nothing else") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
      response.setStatus(refusal.status());
    }
  },
  EMPTY_200("200 and nothing else") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
      response.setStatus(200);
    }
  },
  COMPLIANT("What RFC 6749 asks: must pass unchanged") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      CompliantAnswer.send(request, response, refusal);
    }
  };

  private final String summary;

  BodyFailure(String summary) {
    this.summary = summary;
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public String group() {
    return "Writes a body of its own";
  }

  static String statusAndMessage(Refusal refusal) {
    return "{\"status\":"
        + refusal.status()
        + ",\"message\":"
        + Bodies.json(refusal.message())
        + "}";
  }

  static String codeAndDescription(String code, String description) {
    return "{\"error\":"
        + Bodies.json(code)
        + ",\"error_description\":"
        + Bodies.json(description)
        + "}";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
