package org.tokenerror.oauth.request;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tokenerror.oauth.EndpointProfile;

/**
 * Says what is wrong with a request, where the request alone proves it.
 *
 * <p>Of what the client sent these sentences only repeat names that RFCs define (H3).
 */
public final class ProofSentences {
  private static final String ONLY_POST = "The token endpoint only accepts POST requests.";
  private static final String ONLY_POST_HERE = "This endpoint only accepts POST requests.";
  private static final String OTHER_METHOD = "The request method is not supported here.";
  private static final String ONLY_JSON = "The request body must be application/json.";
  private static final String ONLY_FORM =
      "The request body must be application/x-www-form-urlencoded.";

  /** Says that the client authenticates in several ways (D1). */
  public static final String SEVERAL_MECHANISMS =
      "The request uses more than one way to authenticate the client.";

  /** Says that the Authorization header cannot be used (B16, B17). */
  public static final String UNUSABLE_AUTHORIZATION =
      "The Authorization header is malformed or its scheme is not supported.";

  /** Says that parameters cannot be decoded. */
  public static final String BAD_ENCODING =
      "The parameters of the request are not properly encoded.";

  /** Says that the client did not authenticate (B6). */
  public static final String NO_CREDENTIALS = "The request has no client authentication.";

  private static final String REPEATED_SOMETHING = "A parameter is there more than once.";

  private static final List<String> NAMES =
      List.of(
          "grant_type",
          "client_id",
          "client_secret",
          "code",
          "redirect_uri",
          "code_verifier",
          "scope",
          "username",
          "password",
          "refresh_token",
          "assertion",
          "client_assertion",
          "client_assertion_type",
          "device_code",
          "auth_req_id",
          "token",
          "subject_token",
          "subject_token_type");

  private static final Set<String> ALL = all();

  private ProofSentences() {}

  /**
   * Says that the method is wrong.
   *
   * @param profile what kind of endpoint was asked
   * @return one sentence
   */
  public static String wrongMethod(EndpointProfile profile) {
    return switch (profile) {
      case TOKEN -> ONLY_POST;
      case REGISTRATION -> OTHER_METHOD;
      default -> ONLY_POST_HERE;
    };
  }

  /**
   * Says that the media type is wrong.
   *
   * @param profile what kind of endpoint was asked
   * @return one sentence
   */
  public static String wrongMediaType(EndpointProfile profile) {
    return profile == EndpointProfile.REGISTRATION ? ONLY_JSON : ONLY_FORM;
  }

  /**
   * Says that a parameter is missing.
   *
   * @param name its name, told only when an RFC defines it
   * @return one sentence
   */
  public static String missing(String name) {
    return NAMES.contains(name)
        ? "The parameter " + name + " is missing."
        : "A required parameter is missing.";
  }

  /**
   * Says that a parameter is there more than once.
   *
   * @param name its name, told only when an RFC defines it
   * @return one sentence
   */
  public static String repeated(String name) {
    return NAMES.contains(name)
        ? "The parameter " + name + " is there more than once."
        : REPEATED_SOMETHING;
  }

  /**
   * Tells whether a description is one of these sentences.
   *
   * @param description any text
   * @return true when it is one to the letter
   */
  public static boolean isOne(String description) {
    return ALL.contains(description);
  }

  private static Set<String> all() {
    Set<String> all =
        new HashSet<>(
            List.of(
                ONLY_POST,
                ONLY_POST_HERE,
                OTHER_METHOD,
                ONLY_FORM,
                ONLY_JSON,
                SEVERAL_MECHANISMS,
                UNUSABLE_AUTHORIZATION,
                BAD_ENCODING,
                NO_CREDENTIALS,
                REPEATED_SOMETHING));
    NAMES.forEach(name -> all.addAll(List.of(missing(name), repeated(name))));
    return Set.copyOf(all);
  }
}
