package org.tokenerror.check.judge;

import java.util.Locale;
import java.util.Optional;

/**
 * Names what an answer of a token endpoint has to be, as far as it can be seen from outside.
 *
 * <p>It leaves out what depends on the inside of the server: whether what an application sent
 * survived, and what is compared over time.
 */
public enum Requirement {
  /** The body is one JSON object with the member error. */
  A1(Level.MUST, "6749 5.2", "The body is one JSON object with the member error."),
  /** error is a single string and not empty. */
  A2(Level.MUST, "6749 5.2", "error is a single string and not empty."),
  /** error has no character outside %x20-21 / %x23-5B / %x5D-7E. */
  A3(Level.MUST, "6749 5.2", "error has no character outside %x20-21 / %x23-5B / %x5D-7E."),
  /** error is a code of the specification or of a registered extension. */
  A4(Level.MUST, "6749 5.2", "error is a code of the specification or of a registered extension."),
  /** error_description has no character outside %x20-21 / %x23-5B / %x5D-7E. */
  A6(
      Level.MUST,
      "6749 5.2",
      "error_description has no character outside %x20-21 / %x23-5B / %x5D-7E."),
  /** error_description, if there, has at least one character. */
  A7(Level.MUST, "6749 A.8", "error_description, if there, has at least one character."),
  /** error_uri, if there, is a URI reference. */
  A9(Level.MUST, "6749 A.9", "error_uri, if there, is a URI reference."),
  /** error_uri has no character outside %x21 / %x23-5B / %x5D-7E. */
  A10(Level.MUST, "6749 5.2", "error_uri has no character outside %x21 / %x23-5B / %x5D-7E."),
  /** error_uri is an absolute http or https URI, since clients open it. */
  A11(Level.SHOULD, "6750 3", "error_uri is an absolute http or https URI, since clients open it."),
  /** The media type is application/json. */
  A12(Level.MUST, "6749 5.2", "The media type is application/json."),
  /** A charset, which means nothing for JSON, is UTF-8 if it is there. */
  A13(Level.SHOULD, "8259 11", "A charset, which means nothing for JSON, is UTF-8 if it is there."),
  /** The parameters are at the highest level of the JSON. */
  A14(Level.MUST, "6749 5.2", "The parameters are at the highest level of the JSON."),
  /** String values are JSON strings. */
  A15(Level.MUST, "6749 5.2", "String values are JSON strings."),
  /** The text follows the grammar of JSON to its end. */
  A17(Level.MUST, "8259 2", "The text follows the grammar of JSON to its end."),
  /** JSON is UTF-8 on the wire. */
  A18(Level.MUST, "8259 8.1", "JSON is UTF-8 on the wire."),
  /** JSON starts without a byte order mark. */
  A19(Level.MUST, "8259 8.1", "JSON starts without a byte order mark."),
  /** No parameter is there twice. */
  A20(Level.MUST, "6749 3.2", "No parameter is there twice."),
  /** An error comes without a token. */
  A21(Level.MUST, "6749 5.1", "An error comes without a token."),
  /** The body ends where the header says, and it does end. */
  A25(Level.MUST, "9110 8.6", "The body ends where the header says, and it does end."),
  /** The header describes this body, not one that it replaced. */
  A26(Level.MUST, "9110 8.4", "The header describes this body, not one that it replaced."),
  /** Errors are JSON whatever the client accepts. */
  A27(Level.MUST, "6749 5.2", "Errors are JSON whatever the client accepts."),
  /** The answer to HEAD has no body. */
  A28(Level.MUST, "9110 9.3.2", "The answer to HEAD has no body."),
  /** The status is 400 unless something else is specified. */
  B1(Level.MUST, "6749 5.2", "The status is 400 unless something else is specified."),
  /** An error has no success status. */
  B2(Level.MUST, "6749 5.2", "An error has no success status."),
  /** An error is told, not redirected to a page. */
  B3(Level.MUST, "6749 5.2", "An error is told, not redirected to a page."),
  /** No 307 or 308 carries the client's credentials to somewhere else. */
  B4(Level.MUST, "9700 4.12", "No 307 or 308 carries the client's credentials to somewhere else."),
  /**
   * A missing, repeated or unsupported parameter, or two ways to authenticate, is invalid_request.
   */
  B5(
      Level.MUST,
      "6749 5.2",
      "A missing, repeated or unsupported parameter, or two ways to authenticate, is invalid_request."),
  /** An unknown client, no authentication or an unsupported method is invalid_client. */
  B6(
      Level.MUST,
      "6749 5.2",
      "An unknown client, no authentication or an unsupported method is invalid_client."),
  /** If the client used Authorization and failed, the status is 401. */
  B8(Level.MUST, "6749 5.2", "If the client used Authorization and failed, the status is 401."),
  /** That 401 comes with WWW-Authenticate. */
  B9(Level.MUST, "6749 5.2", "That 401 comes with WWW-Authenticate."),
  /** Its scheme is the one that the client used. */
  B10(Level.MUST, "6749 5.2", "Its scheme is the one that the client used."),
  /** A client that fails to authenticate is not answered with 403. */
  B11(Level.MUST, "9110 15.5.4", "A client that fails to authenticate is not answered with 403."),
  /** A grant that is invalid, expired or another's is invalid_grant, with 400. */
  B12(
      Level.MUST,
      "6749 5.2",
      "A grant that is invalid, expired or another's is invalid_grant, with 400."),
  /** unauthorized_client comes with 400, and to a client that did authenticate. */
  B13(
      Level.MUST,
      "6749 5.2",
      "unauthorized_client comes with 400, and to a client that did authenticate."),
  /** A grant type that is not known is unsupported_grant_type, with 400. */
  B14(
      Level.MUST,
      "6749 5.2",
      "A grant type that is not known is unsupported_grant_type, with 400."),
  /** A scope that is unknown or malformed is invalid_scope, with 400. */
  B15(Level.MUST, "6749 5.2", "A scope that is unknown or malformed is invalid_scope, with 400."),
  /** Basic credentials that cannot be read are answered with 401 and a Basic challenge. */
  B16(
      Level.SHOULD,
      "6749 5.2",
      "Basic credentials that cannot be read are answered with 401 and a Basic challenge."),
  /** A scheme that is not supported is answered with 401 and a challenge. */
  B17(
      Level.MUST,
      "6749 5.2",
      "A scheme that is not supported is answered with 401 and a challenge."),
  /** 405 comes with Allow. */
  B18(Level.MUST, "9110 15.5.6", "405 comes with Allow."),
  /** A body of the wrong media type is refused with 400, or 415. */
  B19(Level.SHOULD, "9110 15.5.16", "A body of the wrong media type is refused with 400, or 415."),
  /** A fault of the server is 5xx, and says so. */
  B20(Level.SHOULD, "9110 15.6", "A fault of the server is 5xx, and says so."),
  /** 429 is not stored by a cache. */
  B24(Level.SHOULD, "6585 4", "429 is not stored by a cache."),
  /** Every 401 has a challenge. */
  C1(Level.MUST, "9110 15.5.2", "Every 401 has a challenge."),
  /** WWW-Authenticate follows its grammar. */
  C2(Level.MUST, "9110 11.6.1", "WWW-Authenticate follows its grammar."),
  /** Schemes are compared without case. */
  C3(Level.MUST, "9110 11.1", "Schemes are compared without case."),
  /** A parameter is in a challenge once at most. */
  C4(Level.MUST, "9110 11.2", "A parameter is in a challenge once at most."),
  /** realm is a quoted string. */
  C5(Level.MUST, "9110 11.5", "realm is a quoted string."),
  /** Quotes and backslashes inside quoted strings are escaped. */
  C6(Level.MUST, "9110 5.6.4", "Quotes and backslashes inside quoted strings are escaped."),
  /** There is no control character. */
  C7(Level.MUST, "9110 5.5", "There is no control character."),
  /** There is ASCII only. */
  C8(Level.SHOULD, "9110 5.5", "There is ASCII only."),
  /** No challenge is there twice. */
  C9(Level.SHOULD, "9110 11.6.1", "No challenge is there twice."),
  /** Basic has a realm. */
  C11(Level.MUST, "7617 2", "Basic has a realm."),
  /** The charset of Basic is UTF-8 if it is there. */
  C12(Level.MUST, "7617 2.1", "The charset of Basic is UTF-8 if it is there."),
  /** Bearer has a parameter at least. */
  C14(Level.MUST, "6750 3", "Bearer has a parameter at least."),
  /** The parameters of Bearer are there once at most. */
  C15(Level.MUST, "6750 3", "The parameters of Bearer are there once at most."),
  /** error, error_description and scope of a challenge have legal characters. */
  C16(
      Level.MUST,
      "6750 3",
      "error, error_description and scope of a challenge have legal characters."),
  /** error_uri of a challenge is absolute. */
  C17(Level.MUST, "6750 3", "error_uri of a challenge is absolute."),
  /** A challenge tells no error to a request without credentials. */
  C18(Level.SHOULD, "6750 3.1", "A challenge tells no error to a request without credentials."),
  /** A client that used the scheme DPoP is challenged for DPoP. */
  C19(Level.SHOULD, "9449 7.1", "A client that used the scheme DPoP is challenged for DPoP."),
  /** Schemes are registered ones. */
  C23(Level.SHOULD, "9110 16.4", "Schemes are registered ones."),
  /** Two ways to authenticate in one request are refused. */
  D1(Level.MUST, "6749 2.3", "Two ways to authenticate in one request are refused."),
  /** A client_id in the body that is not that of the header is refused. */
  D2(
      Level.MUST,
      "6749 3.2.1",
      "A client_id in the body that is not that of the header is refused."),
  /** Credentials in the URI are refused. */
  D3(Level.MUST, "6749 2.3.1", "Credentials in the URI are refused."),
  /** A parameter without a value is missing. */
  D7(Level.MUST, "6749 3.2", "A parameter without a value is missing."),
  /** Parameters that are not known are ignored. */
  D8(Level.MUST, "6749 3.2", "Parameters that are not known are ignored."),
  /** Repeated parameters are refused. */
  D9(Level.MUST, "6749 3.2", "Repeated parameters are refused."),
  /** No grant_type is invalid_request, not unsupported_grant_type. */
  D11(Level.MUST, "6749 5.2", "No grant_type is invalid_request, not unsupported_grant_type."),
  /** Token requests use POST. */
  D14(Level.MUST, "6749 3.2", "Token requests use POST."),
  /** Token requests are encoded forms. */
  D15(Level.MUST, "6749 3.2", "Token requests are encoded forms."),
  /** A query that holds no credentials does not matter. */
  D16(Level.MUST, "6749 3.2", "A query that holds no credentials does not matter."),
  /** A token comes with Cache-Control: no-store. */
  E1(Level.MUST, "6749 5.1", "A token comes with Cache-Control: no-store."),
  /** An error comes with Cache-Control: no-store, as in the example. */
  E2(Level.SHOULD, "6749 5.2", "An error comes with Cache-Control: no-store, as in the example."),
  /** Pragma: no-cache comes besides, for caches of old. */
  E3(Level.SHOULD, "6749 5.1", "Pragma: no-cache comes besides, for caches of old."),
  /** No other directive allows storing. */
  E4(Level.SHOULD, "9111 5.2", "No other directive allows storing."),
  /** Browsers are told not to guess the media type. */
  E5(Level.SHOULD, "fetch", "Browsers are told not to guess the media type."),
  /** Where the preflight allows an origin, the error does too. */
  E7(Level.SHOULD, "9700 2.6", "Where the preflight allows an origin, the error does too."),
  /** The codes of the device grant come with 400. */
  F1(Level.MUST, "8628 3.5", "The codes of the device grant come with 400."),
  /** use_dpop_nonce comes with 400 and DPoP-Nonce. */
  F2(Level.MUST, "9449 8", "use_dpop_nonce comes with 400 and DPoP-Nonce."),
  /** DPoP-Nonce is there once, in legal characters. */
  F3(Level.MUST, "9449 8.1", "DPoP-Nonce is there once, in legal characters."),
  /** A bad DPoP proof is invalid_dpop_proof, with 400. */
  F4(Level.MUST, "9449 5", "A bad DPoP proof is invalid_dpop_proof, with 400."),
  /** A resource that is unknown or malformed is invalid_target, with 400. */
  F5(Level.MUST, "8707 2", "A resource that is unknown or malformed is invalid_target, with 400."),
  /** A bad client assertion is invalid_client, a bad assertion grant invalid_grant. */
  F9(
      Level.MUST,
      "7521 4.2.1",
      "A bad client assertion is invalid_client, a bad assertion grant invalid_grant."),
  /** Nothing shows how the server is made. */
  H1(Level.SHOULD, "9110 17", "Nothing shows how the server is made."),
  /** No secret, code, token or assertion comes back. */
  H2(Level.MUST, "6819 4.6", "No secret, code, token or assertion comes back."),
  /** No parameter comes back as it was sent if it can do harm. */
  H3(Level.MUST, "cwe-79", "No parameter comes back as it was sent if it can do harm."),
  /** error_description is text, not HTML. */
  H4(Level.MUST, "6749 5.2", "error_description is text, not HTML.");

  private final Level level;
  private final String source;
  private final String sentence;

  Requirement(Level level, String source, String sentence) {
    this.level = level;
    this.source = source;
    this.sentence = sentence;
  }

  /**
   * Tells how strongly it is asked for.
   *
   * @return requirement or recommendation
   */
  public Level level() {
    return level;
  }

  /**
   * Says what is asked for.
   *
   * @return one sentence in words of our own
   */
  public String sentence() {
    return sentence;
  }

  /**
   * Names the place that asks for it.
   *
   * @return for instance {@code RFC 6749, 5.2}
   */
  public String source() {
    return switch (source) {
      case "fetch" -> "Fetch, 3.6";
      case "cwe-79" -> "CWE-79";
      default -> "RFC " + source.replace(" ", ", ");
    };
  }

  /**
   * Returns the address of that place.
   *
   * @return an https URI
   */
  public String link() {
    return switch (source) {
      case "fetch" -> "https://fetch.spec.whatwg.org/#x-content-type-options-header";
      case "cwe-79" -> "https://cwe.mitre.org/data/definitions/79.html";
      default -> {
        String[] parts = source.split(" ", 2);
        boolean appendix = Character.isLetter(parts[1].charAt(0));
        String anchor = (appendix ? "appendix-" : "section-") + parts[1];
        yield "https://www.rfc-editor.org/rfc/rfc" + parts[0] + "#" + anchor;
      }
    };
  }

  /**
   * Finds a requirement by its name.
   *
   * @param name the name, such as {@code B8}
   * @return the requirement, if it is known here
   */
  public static Optional<Requirement> named(String name) {
    try {
      return Optional.of(valueOf(name.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }
}
