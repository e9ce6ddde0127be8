package com.example.shop;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.oltu.oauth2.as.request.OAuthTokenRequest;
import org.apache.oltu.oauth2.as.response.OAuthASResponse;
import org.apache.oltu.oauth2.common.error.OAuthError;
import org.apache.oltu.oauth2.common.exception.OAuthProblemException;
import org.apache.oltu.oauth2.common.exception.OAuthSystemException;
import org.apache.oltu.oauth2.common.message.OAuthResponse;
import org.apache.oltu.oauth2.common.message.types.GrantType;

/** Lets Apache Oltu read the request and write the answer; only the decisions are its own. */
@WebServlet("/oauth2/token")
public class TokenServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      OAuthResponse answer = answer(request);
      response.setStatus(answer.getResponseStatus());
      response.setContentType("application/json");
      response.getWriter().print(answer.getBody());
    } catch (OAuthSystemException e) {
      response.sendError(500, e.getMessage());
    }
  }

  private static OAuthResponse answer(HttpServletRequest request) throws OAuthSystemException {
    try {
      return answer(new OAuthTokenRequest(request));
    } catch (OAuthProblemException e) {
      return OAuthASResponse.errorResponse(400).error(e).buildJSONMessage();
    }
  }

  private static OAuthResponse answer(OAuthTokenRequest request) throws OAuthSystemException {
    String id = request.getClientId();
    if (!List.of("web", "kiosk").contains(id)) {
      return error(400, OAuthError.TokenResponse.INVALID_CLIENT, "Unknown client");
    }
    if (!(id + "-secret").equals(request.getClientSecret())) {
      return error(401, OAuthError.TokenResponse.UNAUTHORIZED_CLIENT, "Wrong client secret");
    }
    switch (GrantType.valueOf(request.getGrantType().toUpperCase(Locale.ROOT))) {
      case AUTHORIZATION_CODE:
        return error(400, OAuthError.TokenResponse.INVALID_GRANT, "Invalid authorization code");
      case REFRESH_TOKEN:
        return error(400, OAuthError.TokenResponse.INVALID_GRANT, "Invalid refresh token");
      case PASSWORD:
        return error(400, OAuthError.TokenResponse.INVALID_GRANT, "Wrong password");
      default:
        if (id.equals("kiosk")) {
          return error(400, OAuthError.TokenResponse.UNAUTHORIZED_CLIENT, "Not for this client");
        }
        return OAuthASResponse.tokenResponse(200)
            .setAccessToken("2YotnFZFEjr1zCsicMWpAA")
            .setTokenType("Bearer")
            .setExpiresIn("3600")
            .buildJSONMessage();
    }
  }

  private static OAuthResponse error(int status, String code, String description)
      throws OAuthSystemException {
    return OAuthASResponse.errorResponse(status)
        .setError(code)
        .setErrorDescription(description)
        .buildJSONMessage();
  }
}
