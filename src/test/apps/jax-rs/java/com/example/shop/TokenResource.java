package com.example.shop;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Refuses by exceptions, as JAX-RS resources do: a status and not a word for the client. */
@Path("/token")
public class TokenResource {
  private static final String CHALLENGE = "Basic realm=\"shop\"";
  private static final String TOKEN =
      "{\"access_token\":\"2YotnFZFEjr1zCsicMWpAA\",\"token_type\":\"Bearer\",\"expires_in\":3600}";

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.APPLICATION_JSON)
  public String token(
      @HeaderParam("Authorization") String authorization,
      @FormParam("client_id") String formId,
      @FormParam("client_secret") String formSecret,
      @FormParam("grant_type") String grantType,
      @FormParam("code") String code,
      @FormParam("refresh_token") String refreshToken,
      @FormParam("scope") String scope) {
    String clientId = authenticated(authorization, formId, formSecret);
    if (grantType == null || grantType.isEmpty()) {
      throw new BadRequestException("grant_type");
    }
    switch (grantType) {
      case "client_credentials":
        if (clientId.equals("kiosk")) {
          throw new ForbiddenException();
        }
        if (scope != null && !scope.equals("read")) {
          throw new BadRequestException("scope");
        }
        return TOKEN;
      case "authorization_code":
        throw new NotFoundException(code);
      case "refresh_token":
        throw new SpentTokenException(refreshToken);
      default:
        throw new NotSupportedException(grantType);
    }
  }

  private static String authenticated(String authorization, String formId, String formSecret) {
    String id = formId;
    String secret = formSecret;
    if (authorization != null && authorization.startsWith("Basic ")) {
      byte[] decoded = Base64.getDecoder().decode(authorization.substring("Basic ".length()));
      String[] pair = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
      id = pair[0];
      secret = pair[1];
    }
    boolean known = "web".equals(id) || "kiosk".equals(id);
    if (!known || !(id + "-secret").equals(secret)) {
      throw new NotAuthorizedException(CHALLENGE);
    }
    return id;
  }
}
