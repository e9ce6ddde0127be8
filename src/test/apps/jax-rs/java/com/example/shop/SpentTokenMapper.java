package com.example.shop;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers in the application's own format, as exception mappers do. */
@Provider
public class SpentTokenMapper implements ExceptionMapper<SpentTokenException> {
  private static final int UNPROCESSABLE = 422;

  @Override
  public Response toResponse(SpentTokenException spent) {
    return Response.status(UNPROCESSABLE)
        .type(MediaType.APPLICATION_JSON)
        .header("X-Problem", "spent")
        .entity("{\"code\":\"SPENT\",\"message\":\"This refresh token was used before\"}")
        .build();
  }
}
