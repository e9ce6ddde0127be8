package org.tokenerror.oauth;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tokenerror.http.FormParameters;

/**
 * Lists what a request must not do, whatever the server knows of clients and grants (S10).
 *
 * <p>Names of constants are metric labels and do not change. A parameter without a value counts as
 * not sent (D7), and one that nobody knows is never held against a client (D8). A CORS preflight,
 * and any other OPTIONS, passes.
 */
public enum RequestCheck {
  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.2">RFC 6749, 3.2</a>: "The client
   * MUST use the HTTP "POST" method".
   */
  METHOD("D14", OAuthErrorCode.INVALID_REQUEST, 405) {
    @Override
    boolean fails(RequestFacts request) {
      return new RequestProof(request).hasWrongMethod();
    }

    @Override
    String sentence(RequestFacts request) {
      return ProofSentences.wrongMethod(request.profile());
    }
  },

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#appendix-B">RFC 6749, Appendix B</a>: sent in
   * the body "using the "application/x-www-form-urlencoded" format"; a registration is JSON.
   */
  MEDIA_TYPE("D15", OAuthErrorCode.INVALID_REQUEST, 400) {
    @Override
    boolean fails(RequestFacts request) {
      return new RequestProof(request).hasWrongMediaType();
    }

    @Override
    String sentence(RequestFacts request) {
      return ProofSentences.wrongMediaType(request.profile());
    }
  },

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc9110#section-5.3">RFC 9110, 5.3</a>: "a sender MUST
   * NOT generate multiple field lines with the same name" unless the field is a list.
   */
  AUTHORIZATION_REPEATED("D20", OAuthErrorCode.INVALID_REQUEST, 400) {
    @Override
    boolean fails(RequestFacts request) {
      return request.headers().all("Authorization").size() > 1;
    }

    @Override
    String sentence(RequestFacts request) {
      return ProofSentences.SEVERAL_MECHANISMS;
    }
  },

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc9449#section-4.3">RFC 9449, 4.3</a>: "There is not
   * more than one DPoP HTTP request header field."
   */
  DPOP_REPEATED("D17", OAuthErrorCode.INVALID_DPOP_PROOF, 400) {
    @Override
    boolean fails(RequestFacts request) {
      return request.headers().all("DPoP").size() > 1;
    }

    @Override
    String sentence(RequestFacts request) {
      return "The request has more than one DPoP header.";
    }
  },

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1">RFC 6749, 2.3.1</a>: "The
   * parameters can only be transmitted in the request-body and MUST NOT be included in the request
   * URI."
   */
  CREDENTIALS_IN_URI("D3", OAuthErrorCode.INVALID_REQUEST, 400) {
    @Override
    boolean fails(RequestFacts request) {
      // RFC 7592 3: a client configuration endpoint may have the client_id in its query
      boolean id = request.profile() != EndpointProfile.REGISTRATION && has("client_id", request);
      return id || has("client_secret", request);
    }

    private boolean has(String name, RequestFacts request) {
      return request.query().all(name).stream().anyMatch(value -> !value.isEmpty());
    }

    @Override
    String sentence(RequestFacts request) {
      return "Client credentials must not be in the request URI.";
    }
  },

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#appendix-B">RFC 6749, Appendix B</a>: names and
   * values are "encoded using the UTF-8 character encoding scheme", then percent-encoded.
   */
  ENCODING("D15", OAuthErrorCode.INVALID_REQUEST, 400) {
    @Override
    boolean fails(RequestFacts request) {
      return new RequestProof(request).isMalformed();
    }

    @Override
    String sentence(RequestFacts request) {
      return ProofSentences.BAD_ENCODING;
    }
  },

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.2">RFC 6749, 3.2</a>: "Request and
   * response parameters MUST NOT be included more than once"; {@code resource} and {@code audience}
   * may (D10).
   */
  PARAMETER_REPEATED("D9", OAuthErrorCode.INVALID_REQUEST, 400) {
    @Override
    boolean fails(RequestFacts request) {
      return new RequestProof(request).repeatedParameter().isPresent();
    }

    @Override
    String sentence(RequestFacts request) {
      return ProofSentences.repeated(new RequestProof(request).repeatedParameter().orElse(""));
    }
  },

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3">RFC 6749, 2.3</a>: "The client
   * MUST NOT use more than one authentication method in each request."
   */
  SEVERAL_MECHANISMS("D1", OAuthErrorCode.INVALID_REQUEST, 400) {
    @Override
    boolean fails(RequestFacts request) {
      return !AUTHORIZATION_REPEATED.fails(request)
          && new RequestProof(request).hasSeveralMechanisms();
    }

    @Override
    String sentence(RequestFacts request) {
      return ProofSentences.SEVERAL_MECHANISMS;
    }
  },

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.2.1">RFC 6749, 3.2.1</a>: a {@code
   * client_id} in the body identifies the client that the header authenticates, and no other.
   */
  CLIENT_ID_MISMATCH("D2", OAuthErrorCode.INVALID_REQUEST, 400) {
    @Override
    boolean fails(RequestFacts request) {
      return request.clientAuthentication() instanceof ClientAuthentication.Header header
          && header
              .clientId()
              .filter(
                  user ->
                      request.parameter("client_id").filter(id -> !isSame(id, user)).isPresent())
              .isPresent();
    }

    /** Some clients do not encode their id before they put it into the header, as D4 asks. */
    private boolean isSame(String id, String user) {
      String decoded = FormParameters.parse("x=" + id.replace("&", "%26")).first("x").orElse("");
      return id.equals(user) || decoded.equals(user);
    }

    @Override
    String sentence(RequestFacts request) {
      return "The client_id is not that of the Authorization header.";
    }
  },

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3">RFC 6749, 4.1.3</a> and others:
   * "grant_type REQUIRED".
   */
  GRANT_TYPE_MISSING("D11", OAuthErrorCode.INVALID_REQUEST, 400) {
    @Override
    boolean fails(RequestFacts request) {
      return new RequestProof(request).lacksGrantType();
    }

    @Override
    String sentence(RequestFacts request) {
      return ProofSentences.missing("grant_type");
    }
  },

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#appendix-A.10">RFC 6749, A.10</a>: "grant-type
   * = grant-name / URI-reference".
   */
  GRANT_TYPE_SYNTAX("D12", OAuthErrorCode.INVALID_REQUEST, 400) {
    @Override
    boolean fails(RequestFacts request) {
      return request.profile().needsGrantType()
          && request.grantType().filter(type -> !ParameterSyntax.isGrantType(type)).isPresent();
    }

    @Override
    String sentence(RequestFacts request) {
      return "The grant_type is not well-formed.";
    }
  },

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.3">RFC 6749, 3.3</a>: "scope =
   * scope-token *( SP scope-token )".
   */
  SCOPE_SYNTAX("D13", OAuthErrorCode.INVALID_SCOPE, 400) {
    @Override
    boolean fails(RequestFacts request) {
      return request
          .parameter("scope")
          .filter(scope -> !ParameterSyntax.isScope(scope))
          .isPresent();
    }

    @Override
    String sentence(RequestFacts request) {
      return "The scope is not well-formed.";
    }
  };

  /** Those that need neither the body nor its parameters. */
  private static final Set<RequestCheck> OF_HEAD =
      EnumSet.of(METHOD, MEDIA_TYPE, AUTHORIZATION_REPEATED, DPOP_REPEATED, CREDENTIALS_IN_URI);

  private final String requirement;
  private final OAuthErrorCode code;
  private final int status;

  RequestCheck(String requirement, OAuthErrorCode code, int status) {
    this.requirement = requirement;
    this.code = code;
    this.status = status;
  }

  /** Tells whether a request does what it must not. */
  abstract boolean fails(RequestFacts request);

  /** Says it in a way that repeats nothing the client sent (H3). */
  abstract String sentence(RequestFacts request);

  /**
   * Returns the id of the requirement that a request fails.
   *
   * @return an id such as {@code D9}
   */
  public String requirement() {
    return requirement;
  }

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
    return Arrays.stream(values())
        .filter(check -> checks.contains(check) && check.fails(request))
        .toList();
  }

  /**
   * Says how to refuse a request that fails this check.
   *
   * @param request the request
   * @return what to answer in the servlet's place
   */
  public Verdict.Replace refusal(RequestFacts request) {
    return new Verdict.Replace(
        OAuthError.of(code).withDescription(sentence(request)),
        status,
        name(),
        new TreeSet<>(Set.of(requirement)),
        Optional.empty(),
        Optional.empty());
  }
}
