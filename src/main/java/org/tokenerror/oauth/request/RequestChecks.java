package org.tokenerror.oauth.request;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tokenerror.http.FormParameters;
import org.tokenerror.oauth.ClientAuthentication;
import org.tokenerror.oauth.EndpointProfile;
import org.tokenerror.oauth.OAuthError;
import org.tokenerror.oauth.RequestCheck;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.Verdict;

/**
 * Carries the {@link RequestCheck}s out, and says how to refuse what fails them.
 *
 * <p>It refuses nothing itself, and it lets a CORS preflight, and any other OPTIONS, pass.
 */
public final class RequestChecks {
  /** Those that need neither the body nor its parameters. */
  private static final Set<RequestCheck> OF_HEAD =
      EnumSet.of(
          RequestCheck.METHOD,
          RequestCheck.MEDIA_TYPE,
          RequestCheck.AUTHORIZATION_REPEATED,
          RequestCheck.DPOP_REPEATED,
          RequestCheck.CREDENTIALS_IN_URI);

  private RequestChecks() {}

  /**
   * Finds all checks that a request fails.
   *
   * @param request the request; its parameters are asked for
   * @return the checks in order, empty for a good request
   */
  public static List<RequestCheck> failedBy(RequestFacts request) {
    return failed(request, EnumSet.allOf(RequestCheck.class));
  }

  /**
   * Finds the checks that a request fails by its method, its URI or its header fields.
   *
   * @param request the request; the parameters of its body are not asked for
   * @return the checks in order, empty for a request that looks good so far
   */
  public static List<RequestCheck> failedByHeadOf(RequestFacts request) {
    return failed(request, OF_HEAD);
  }

  private static List<RequestCheck> failed(RequestFacts request, Set<RequestCheck> checks) {
    if (request.method().equals("OPTIONS")) {
      return List.of();
    }
    return Arrays.stream(RequestCheck.values())
        .filter(check -> checks.contains(check) && fails(check, request))
        .toList();
  }

  /**
   * Says how to refuse a request that fails a check.
   *
   * @param check the check
   * @param request the request
   * @return what to answer in the servlet's place
   */
  public static Verdict.Replace refusal(RequestCheck check, RequestFacts request) {
    return new Verdict.Replace(
        OAuthError.of(check.code()).withDescription(sentence(check, request)),
        check.status(),
        check.name(),
        new TreeSet<>(Set.of(check.requirement())),
        Optional.empty(),
        Optional.empty());
  }

  private static boolean fails(RequestCheck check, RequestFacts request) {
    RequestProof proof = new RequestProof(request);
    return switch (check) {
      case METHOD -> proof.hasWrongMethod();
      case MEDIA_TYPE -> proof.hasWrongMediaType();
      case AUTHORIZATION_REPEATED -> isAuthorizationRepeated(request);
      case DPOP_REPEATED -> request.headers().all("DPoP").size() > 1;
      case CREDENTIALS_IN_URI -> hasCredentialsInUri(request);
      case ENCODING -> proof.isMalformed();
      case PARAMETER_REPEATED -> proof.repeatedParameter().isPresent();
      case SEVERAL_MECHANISMS -> !isAuthorizationRepeated(request) && proof.hasSeveralMechanisms();
      case CLIENT_ID_MISMATCH -> hasAnotherClientId(request);
      case GRANT_TYPE_MISSING -> proof.lacksGrantType();
      case GRANT_TYPE_SYNTAX ->
          request.profile().needsGrantType()
              && request.grantType().filter(type -> !ParameterSyntax.isGrantType(type)).isPresent();
      case SCOPE_SYNTAX ->
          request.parameter("scope").filter(scope -> !ParameterSyntax.isScope(scope)).isPresent();
    };
  }

  private static boolean isAuthorizationRepeated(RequestFacts request) {
    return request.headers().all("Authorization").size() > 1;
  }

  private static boolean hasCredentialsInUri(RequestFacts request) {
    // RFC 7592 3: a client configuration endpoint may have the client_id in its query
    boolean id = request.profile() != EndpointProfile.REGISTRATION && isInUri("client_id", request);
    return id || isInUri("client_secret", request);
  }

  private static boolean isInUri(String name, RequestFacts request) {
    return request.query().all(name).stream().anyMatch(value -> !value.isEmpty());
  }

  private static boolean hasAnotherClientId(RequestFacts request) {
    return request.clientAuthentication() instanceof ClientAuthentication.Header header
        && header
            .clientId()
            .filter(
                user -> request.parameter("client_id").filter(id -> !isSame(id, user)).isPresent())
            .isPresent();
  }

  /** Some clients do not encode their id before they put it into the header, as D4 asks. */
  private static boolean isSame(String id, String user) {
    String decoded = FormParameters.parse("x=" + id.replace("&", "%26")).first("x").orElse("");
    return id.equals(user) || decoded.equals(user);
  }

  /** Says what is wrong in a way that repeats nothing the client sent (H3). */
  private static String sentence(RequestCheck check, RequestFacts request) {
    return switch (check) {
      case METHOD -> ProofSentences.wrongMethod(request.profile());
      case MEDIA_TYPE -> ProofSentences.wrongMediaType(request.profile());
      case AUTHORIZATION_REPEATED, SEVERAL_MECHANISMS -> ProofSentences.SEVERAL_MECHANISMS;
      case DPOP_REPEATED -> "The request has more than one DPoP header.";
      case CREDENTIALS_IN_URI -> "Client credentials must not be in the request URI.";
      case ENCODING -> ProofSentences.BAD_ENCODING;
      case PARAMETER_REPEATED ->
          ProofSentences.repeated(new RequestProof(request).repeatedParameter().orElse(""));
      case CLIENT_ID_MISMATCH -> "The client_id is not that of the Authorization header.";
      case GRANT_TYPE_MISSING -> ProofSentences.missing("grant_type");
      case GRANT_TYPE_SYNTAX -> "The grant_type is not well-formed.";
      case SCOPE_SYNTAX -> "The scope is not well-formed.";
    };
  }
}
