package org.tokenerror.demo.legacy;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Leaves the failure to the container: its error page, its exception page, another page. */
enum ContainerFailure implements FailureStyle {
  SEND_ERROR_MESSAGE("sendError(status, message): the container's HTML page") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      response.sendError(refusal.status(), refusal.message());
    }
  },
  SEND_ERROR("sendError(status): the container's HTML page without a word") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      response.sendError(refusal.status());
    }
  },
  EXCEPTION_CHECKED("A ServletException: 500 and the application's error.jsp") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws ServletException {
      throw new ServletException("Token request failed", new TokenRefusedException(refusal));
    }
  },
  EXCEPTION_RUNTIME("An unchecked exception: 500 and a stack trace") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
      throw new IllegalStateException(refusal.message());
    }
  },
  EXCEPTION_WITH_CAUSE("An exception whose cause knows the OAuth code: 500 all the same") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws ServletException {
      throw new ServletException("Token request failed", new OAuthProblemException(refusal));
    }
  },
  IO_EXCEPTION("An IOException: 500 and a stack trace") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      throw new IOException(refusal.message());
    }
  },
  REDIRECT_LOGIN("302 to a login page") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      String error = URLEncoder.encode(refusal.message(), StandardCharsets.UTF_8);
      response.sendRedirect(request.getContextPath() + "/login.html?error=" + error);
    }
  },
  FORWARD_JSP("A forward to a JSP: 200, an HTML page and a session cookie") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws ServletException, IOException {
      describe(request, refusal);
      request.getRequestDispatcher("/WEB-INF/failure.jsp").forward(request, response);
    }
  },
  INCLUDE("The right status, then a JSP is included") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws ServletException, IOException {
      describe(request, refusal);
      response.setStatus(refusal.status());
      request.getRequestDispatcher("/WEB-INF/failure.jsp").include(request, response);
    }
  },
  SERVER_ERROR("The database is down: 500 and its words, whatever the request") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      response.sendError(
          500,
          "java.sql.SQLException: Connection refused: db-7.internal.example:5432 (user token_rw)");
    }

    @Override
    public boolean isOutage() {
      return true;
    }
  },
  UNAVAILABLE("Maintenance: 503 with Retry-After and a text, whatever the request") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      response.setStatus(503);
      response.setHeader("Retry-After", "120");
      Bodies.write(response, "text/plain", "Down for maintenance, please try again later.\n");
    }

    @Override
    public boolean isOutage() {
      return true;
    }
  };

  private final String summary;

  ContainerFailure(String summary) {
    this.summary = summary;
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public String group() {
    return "Leaves it to the container";
  }

  /** Gives the page its words, already safe for HTML: a JSP of that age escapes nothing. */
  static void describe(HttpServletRequest request, Refusal refusal) {
    request.setAttribute("failureStatus", refusal.status());
    request.setAttribute("failureMessage", Bodies.html(refusal.message()));
  }
}
