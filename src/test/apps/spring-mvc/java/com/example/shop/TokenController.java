package com.example.shop;

import java.security.Principal;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Leaves every failure to Spring's default handling. */
@RestController
public class TokenController {
  @PostMapping(path = "/oauth2/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  public Map<String, Object> token(
      Principal client,
      @RequestParam("grant_type") String grantType,
      @RequestParam(name = "code", required = false) String code,
      @RequestParam(name = "refresh_token", required = false) String refreshToken) {
    switch (grantType) {
      case "client_credentials":
        if (client.getName().equals("kiosk")) {
          throw new AccessDeniedException("Access is denied");
        }
        return new TreeMap<>(
            Map.of("access_token", "2YotnFZFEjr1zCsicMWpAA", "token_type", "Bearer"));
      case "authorization_code":
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      case "refresh_token":
        throw new ResponseStatusException(HttpStatus.GONE, "This refresh token was revoked");
      default:
        throw new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }
  }
}
