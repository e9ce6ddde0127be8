package com.example.shop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.struts2.ActionSupport;
import org.apache.struts2.ServletActionContext;

/** Writes its token by hand, and refuses by results and exceptions of Struts. */
public class TokenAction extends ActionSupport {
  private static final long serialVersionUID = 1L;

  @Override
  public String execute() throws IOException {
    HttpServletRequest request = ServletActionContext.getRequest();
    String clientId = authenticated(request);
    if (clientId.isEmpty()) {
      addActionError("Please sign in");
      return LOGIN;
    }
    String grantType = request.getParameter("grant_type");
    if (grantType == null || grantType.isEmpty()) {
      addFieldError("grant_type", "grant_type is required");
      return INPUT;
    }
    if (grantType.equals("client_credentials") && clientId.equals("web")) {
      HttpServletResponse response = ServletActionContext.getResponse();
      response.setContentType("application/json");
      response
          .getWriter()
          .write("{\"access_token\":\"2YotnFZFEjr1zCsicMWpAA\",\"token_type\":\"Bearer\"}");
      return NONE;
    }
    if (grantType.equals("refresh_token")) {
      throw new IllegalStateException("The refresh token is not valid any more");
    }
    throw new IllegalArgumentException("cannot serve " + grantType + " for " + clientId);
  }

  private static String authenticated(HttpServletRequest request) {
    String id = request.getParameter("client_id");
    String secret = request.getParameter("client_secret");
    String authorization = request.getHeader("Authorization");
    if (authorization != null && authorization.startsWith("Basic ")) {
      byte[] decoded = Base64.getDecoder().decode(authorization.substring("Basic ".length()));
      String[] pair = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
      id = pair[0];
      secret = pair[1];
    }
    boolean known = "web".equals(id) || "kiosk".equals(id);
    return known && (id + "-secret").equals(secret) ? id : "";
  }
}
