package com.example.shop;

/** Says that a refresh token was used before. */
public class SpentTokenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SpentTokenException(String token) {
    super(token);
  }
}
