package org.tokenerror.check;

/** Says how the client authenticates in requests that are about something else. */
public enum ClientMethod {
  /** By the {@code Authorization} header, with the scheme Basic. */
  BASIC,
  /** By {@code client_id} and {@code client_secret} in the body. */
  BODY
}
