package org.tokenerror.check.judge;

/** Says what is special about a request, where a requirement depends on it. */
public enum Trait {
  /** It carries client credentials, right or wrong. */
  CREDENTIALS,
  /** Nothing in it shows that it comes from a client that the endpoint knows (B6). */
  STRANGER,
  /** Its Basic credentials cannot be read (B16). */
  MALFORMED_BASIC,
  /** Its authentication scheme is none that a token endpoint has to know (B17). */
  UNSUPPORTED_SCHEME,
  /** Its scheme is Basic in an unusual spelling (C3). */
  UNUSUAL_CASE,
  /** Its body is no encoded form (B19). */
  WRONG_MEDIA_TYPE,
  /** It asks for a format that is not JSON (A27). */
  OTHER_FORMAT_ACCEPTED,
  /** It comes from another origin, which the server's answer to the preflight allowed (E7). */
  ORIGIN_ALLOWED
}
