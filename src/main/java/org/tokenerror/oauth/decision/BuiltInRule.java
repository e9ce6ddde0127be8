package org.tokenerror.oauth.decision;

import static org.tokenerror.oauth.OAuthErrorCode.INVALID_CLIENT;
import static org.tokenerror.oauth.OAuthErrorCode.INVALID_REQUEST;

import java.util.Optional;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.FailureRule;
import org.tokenerror.oauth.OAuthError;
import org.tokenerror.oauth.OAuthErrorCode;
import org.tokenerror.oauth.answer.LoginInSteps;
import org.tokenerror.oauth.dialect.Dialects;
import org.tokenerror.oauth.request.GrantTypes;
import org.tokenerror.oauth.request.ProofSentences;
import org.tokenerror.oauth.request.RequestProof;
import org.tokenerror.oauth.words.WordTable;

/**
 * Lists what the filter knows about failures: the first rule that has an answer wins.
 *
 * <p>User rules come right after {@link #INFRASTRUCTURE}. A rule that proves something from the
 * request has a second say at the end: it {@linkplain #corrects corrects} codes that cannot be.
 * Names of constants are metric labels and do not change.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, section 5.2</a>
 */
enum BuiltInRule implements FailureRule {
  /**
   * Sees that the server broke, so that no word of a stack trace can be mistaken.
   *
   * <p><a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.6">RFC 9110, 15.6</a>: the server
   * is aware that it has erred. Gateways' 502, 503 and 504 keep theirs.
   */
  INFRASTRUCTURE {
    @Override
    Optional<OAuthError> find(Reading reading) {
      return Failures.infrastructure(reading);
    }
  },

  /**
   * Keeps the registered code the servlet gave, in whatever spelling and place.
   *
   * <p><a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, 5.2</a>: {@code
   * error} is a single code of the list or of an extension.
   */
  STATED_CODE {
    @Override
    Optional<OAuthError> find(Reading reading) {
      return reading.statedCode().map(Failures::wordless);
    }
  },

  /**
   * Reads the servlet's own vendor codes by the table of its dialect.
   *
   * <p><a href="https://www.rfc-editor.org/rfc/rfc6749#section-8.5">RFC 6749, 8.5</a>: codes that
   * are not registered are no codes to a client.
   */
  DIALECT {
    @Override
    Optional<OAuthError> find(Reading reading) {
      return reading.heard().meaning(reading.request()).map(Failures::wordless);
    }
  },

  /**
   * Leaves a well-formed code alone that is not registered but may be an extension's (F19).
   *
   * <p><a href="https://www.rfc-editor.org/rfc/rfc6749#section-8.5">RFC 6749, 8.5</a>: extensions
   * define further codes.
   */
  EXTENSION_CODE {
    @Override
    Optional<OAuthError> find(Reading reading) {
      return Failures.extension(reading);
    }
  },

  /**
   * Takes the code that the exception, or one of its causes, carries.
   *
   * <p><a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, 5.2</a>: the code is
   * one of the list, and the library that threw knew which.
   */
  EXCEPTION_CODE {
    @Override
    Optional<OAuthError> find(Reading reading) {
      return Failures.exceptionCode(reading).map(Failures::wordless);
    }
  },

  /**
   * Takes what the class of the exception, or of one of its causes, is named for.
   *
   * <p><a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, 5.2</a>: the list is
   * what such classes are named after.
   */
  EXCEPTION_TYPE {
    @Override
    Optional<OAuthError> find(Reading reading) {
      return Failures.exceptionType(reading).map(Failures::wordless);
    }
  },

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.2">RFC 6749, 3.2</a>: the client must
   * use the method POST (D14, B18).
   */
  WRONG_METHOD(Correction.UNREAD) {
    @Override
    Optional<OAuthError> find(Reading reading) {
      return new RequestProof(reading.request()).hasWrongMethod()
          ? says(INVALID_REQUEST, ProofSentences.wrongMethod(reading.request().profile()))
          : Optional.empty();
    }

    @Override
    boolean suits(Reading reading) { // some servers take a GET, and refuse it for what it says
      int status = reading.status();
      boolean page = status < 400 && reading.said().members().isEmpty();
      return status == 405 || status == 404 || status >= 500 || page;
    }
  },

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.2">RFC 6749, 3.2</a>: the parameters
   * come form-encoded, by Appendix B (D15, B19).
   */
  WRONG_MEDIA_TYPE(Correction.UNREAD) {
    @Override
    Optional<OAuthError> find(Reading reading) {
      return new RequestProof(reading.request()).hasWrongMediaType()
          ? says(INVALID_REQUEST, ProofSentences.wrongMediaType(reading.request().profile()))
          : Optional.empty();
    }

    @Override
    boolean suits(Reading reading) { // some servers take JSON, and refuse it for what it says
      return reading.status() == 415 || reading.isServerFault();
    }
  },

  /**
   * Lets a login of several steps go on, as with Negotiate, whose first requests are empty.
   *
   * <p><a href="https://www.rfc-editor.org/rfc/rfc4559#section-4.1">RFC 4559, 4.1</a>: only a 401
   * asks the client for the next step (C1).
   */
  LOGIN_GOES_ON(Correction.EVERYTHING) {
    @Override
    Optional<OAuthError> find(Reading reading) {
      return LoginInSteps.goesOn(reading.evidence())
          ? Optional.of(Failures.wordless(INVALID_CLIENT))
          : Optional.empty();
    }
  },

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3">RFC 6749, 4.1.3</a>, 4.3.2,
   * 4.4.2, 6: {@code grant_type} is required (D7, D11).
   */
  GRANT_TYPE_MISSING(Correction.EVERYTHING) {
    @Override
    Optional<OAuthError> find(Reading reading) {
      return new RequestProof(reading.request()).lacksGrantType()
          ? says(INVALID_REQUEST, ProofSentences.missing("grant_type"))
          : Optional.empty();
    }
  },

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.2">RFC 6749, 3.2</a>: parameters must
   * not be included more than once (D9, D10).
   */
  PARAMETER_REPEATED(Correction.EVERYTHING) {
    @Override
    Optional<OAuthError> find(Reading reading) {
      return new RequestProof(reading.request())
          .repeatedParameter()
          .flatMap(name -> says(INVALID_REQUEST, ProofSentences.repeated(name)));
    }
  },

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3">RFC 6749, 2.3</a>: the client must
   * not use more than one authentication method (D1, D20).
   */
  SEVERAL_MECHANISMS(Correction.CLIENT) {
    @Override
    Optional<OAuthError> find(Reading reading) {
      return new RequestProof(reading.request()).hasSeveralMechanisms()
          ? says(INVALID_REQUEST, ProofSentences.SEVERAL_MECHANISMS)
          : Optional.empty();
    }
  },

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, 5.2</a>: an unsupported
   * authentication method is {@code invalid_client} (B16, B17).
   */
  AUTHORIZATION_UNUSABLE(Correction.EVERYTHING) {
    @Override
    Optional<OAuthError> find(Reading reading) {
      return new RequestProof(reading.request()).hasUnusableAuthorization()
          ? says(INVALID_CLIENT, ProofSentences.UNUSABLE_AUTHORIZATION)
          : Optional.empty();
    }
  },

  /**
   * Finds that the servlet broke while it read, as Basic, an Authorization of another scheme.
   *
   * <p><a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, 5.2</a>: an
   * unsupported authentication method is {@code invalid_client} (B17).
   */
  SCHEME_UNFORESEEN(Correction.FAILURE) {
    @Override
    Optional<OAuthError> find(Reading reading) {
      return UnforeseenScheme.broke(reading)
          ? says(INVALID_CLIENT, ProofSentences.UNUSABLE_AUTHORIZATION)
          : Optional.empty();
    }
  },

  /**
   * Finds that the servlet misses credentials, and did not look at an Authorization that came.
   *
   * <p><a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, 5.2</a>: an
   * unsupported authentication method is {@code invalid_client} (B6, B17).
   */
  SCHEME_UNSEEN(Correction.BLAME) {
    @Override
    Optional<OAuthError> find(Reading reading) {
      return UnforeseenScheme.wentUnseen(reading)
          ? says(INVALID_CLIENT, ProofSentences.UNUSABLE_AUTHORIZATION)
          : Optional.empty();
    }
  },

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#appendix-B">RFC 6749, Appendix B</a>:
   * parameters are UTF-8, then percent-encoded.
   */
  PARAMETERS_MALFORMED(Correction.FAILURE) {
    @Override
    Optional<OAuthError> find(Reading reading) {
      return new RequestProof(reading.request()).isMalformed()
          ? says(INVALID_REQUEST, ProofSentences.BAD_ENCODING)
          : Optional.empty();
    }
  },

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, 5.2</a>: a missing
   * required parameter is {@code invalid_request} (B5).
   */
  PARAMETER_MISSING(Correction.GRANT) {
    @Override
    Optional<OAuthError> find(Reading reading) {
      return new RequestProof(reading.request())
          .missingParameter()
          .flatMap(name -> says(INVALID_REQUEST, ProofSentences.missing(name)));
    }

    @Override
    boolean suits(Reading reading) { // the client may not even have been let in
      boolean user = GrantTypes.is(reading.request(), GrantTypes.PASSWORD) && reading.isWordless();
      return reading.status() != 401 || user;
    }
  },

  /**
   * Finds that the client did not say who it is.
   *
   * <p><a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4.2">RFC 6749, 4.4.2</a>: in a
   * client credentials request the client must authenticate; 5.2: only an authenticated client is
   * {@code unauthorized_client} (B6, B13).
   */
  CREDENTIALS_MISSING(Correction.PERMISSION) {
    @Override
    Optional<OAuthError> find(Reading reading) {
      return new RequestProof(reading.request()).lacksAuthentication()
          ? says(INVALID_CLIENT, ProofSentences.NO_CREDENTIALS)
          : Optional.empty();
    }

    @Override
    boolean suits(Reading reading) { // with other grants some servers know the client otherwise
      return GrantTypes.is(reading.request(), GrantTypes.CLIENT_CREDENTIALS)
          && !reading.isServerFault();
    }
  },

  /**
   * Finds that {@code unauthorized_client} is said of a client that failed to authenticate.
   *
   * <p><a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, 5.2</a>: it is for
   * the authenticated client that may not use a grant type (B13).
   */
  CLIENT_REJECTED(Correction.PERMISSION) {
    @Override
    Optional<OAuthError> find(Reading reading) {
      return reading.said().messages().stream()
          .findFirst()
          .filter(message -> WordTable.rejectsClient(message, reading.request()))
          .map(message -> Failures.wordless(INVALID_CLIENT));
    }

    @Override
    boolean suits(Reading reading) { // it only corrects
      return false;
    }
  },

  /**
   * Finds that the servlet's words are about the grant type, and its code is another's.
   *
   * <p><a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, 5.2</a>: {@code
   * invalid_request} is for an unsupported parameter value "other than grant type", and {@code
   * invalid_client} for a client that failed to authenticate (B13, B14).
   */
  GRANT_TYPE_REFUSED(Correction.BLAME) {
    @Override
    Optional<OAuthError> find(Reading reading) {
      return reading.said().messages().stream()
          .findFirst()
          .filter(message -> reading.request().grantType().isPresent())
          .flatMap(new WordTable(reading.request(), false)::readRefusedGrantType)
          .map(Failures::wordless);
    }

    @Override
    boolean suits(Reading reading) { // it only corrects
      return false;
    }
  },

  /**
   * Reads the servlet's words: message, title, page, text, exception message.
   *
   * <p><a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, 5.2</a>: its
   * definitions of the codes are the words looked for, a subject and what is wrong with it.
   */
  WORDS {
    @Override
    Optional<OAuthError> find(Reading reading) {
      return Failures.words(reading).map(Failures::wordless);
    }
  },

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15">RFC 9110, 15</a>: takes the status
   * for what it says when there is nothing else.
   */
  STATUS {
    @Override
    Optional<OAuthError> find(Reading reading) {
      return Optional.of(Failures.wordless(StatusMeaning.of(reading)));
    }
  };

  private final Correction correction;

  BuiltInRule() {
    this(Correction.NOTHING);
  }

  BuiltInRule(Correction correction) {
    this.correction = correction;
  }

  /** Looks at a failure that was read already; about a request it says the same at any status. */
  abstract Optional<OAuthError> find(Reading reading);

  /** Tells whether the answer leaves it to this rule to say what is wrong. */
  boolean suits(Reading reading) {
    return true;
  }

  /** Looks at a failure, when it is this rule's turn. */
  final Optional<OAuthError> look(Reading reading) {
    boolean unread = isAboutRequest() && reading.isUnread();
    return suits(reading) && !unread ? find(reading) : Optional.empty();
  }

  /** Tells whether this rule, when it finds something, proves that another rule's code is wrong. */
  boolean corrects(String code) {
    return correction.covers(code);
  }

  /** Tells whether this rule looks at the request, which a server in trouble may not have read. */
  boolean isAboutRequest() {
    return correction != Correction.NOTHING;
  }

  @Override
  public Optional<OAuthError> apply(Evidence evidence) {
    return look(new Reading(evidence, Dialects.builtIn()));
  }

  private static Optional<OAuthError> says(OAuthErrorCode code, String description) {
    return Optional.of(OAuthError.of(code).withDescription(description));
  }
}
