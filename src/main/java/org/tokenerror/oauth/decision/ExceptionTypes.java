package org.tokenerror.oauth.decision;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tokenerror.oauth.OAuthErrorCode;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.words.CodeSpelling;
import org.tokenerror.oauth.words.WordTable;

/**
 * Understands an exception's class by its simple name, so that no library is needed to know it.
 *
 * <p>{@code InvalidGrantException} says its code, {@code NoSuchClientException} says it in words,
 * and a few well-known names say neither. Exceptions of the language itself say nothing about a
 * request.
 */
final class ExceptionTypes {
  private static final Map<String, OAuthErrorCode> WELL_KNOWN =
      Map.ofEntries(
          entry("BadRequestException", OAuthErrorCode.INVALID_REQUEST),
          entry("NotAuthorizedException", OAuthErrorCode.INVALID_CLIENT),
          entry("NotAllowedException", OAuthErrorCode.INVALID_REQUEST),
          entry("NotSupportedException", OAuthErrorCode.INVALID_REQUEST),
          entry("NotAcceptableException", OAuthErrorCode.INVALID_REQUEST),
          entry("ServiceUnavailableException", OAuthErrorCode.TEMPORARILY_UNAVAILABLE),
          entry("MalformedInputException", OAuthErrorCode.INVALID_REQUEST),
          entry("UnmappableCharacterException", OAuthErrorCode.INVALID_REQUEST),
          entry("BadMessageException", OAuthErrorCode.INVALID_REQUEST),
          entry("HttpRequestMethodNotSupportedException", OAuthErrorCode.INVALID_REQUEST),
          entry("HttpMediaTypeNotSupportedException", OAuthErrorCode.INVALID_REQUEST),
          entry("MissingServletRequestParameterException", OAuthErrorCode.INVALID_REQUEST));

  /** Names that speak of somebody's account without saying whose. */
  private static final List<String> ACCOUNT =
      List.of("LockedException", "DisabledException", "AccountStatusException");

  private ExceptionTypes() {}

  static Optional<OAuthErrorCode> find(Throwable thrown, RequestFacts request) {
    Class<?> type = thrown.getClass();
    if (type.getName().startsWith("java.lang.")) {
      return Optional.empty();
    }
    String name = type.getSimpleName();
    String words = CodeSpelling.fold(name).replace('_', ' ');
    return Optional.ofNullable(WELL_KNOWN.get(name))
        .or(() -> CodeSpelling.standard(name))
        .or(() -> new WordTable(request, false).read(List.of(subject(name) + words)));
  }

  /** Completes the names that leave the subject out. */
  private static String subject(String name) {
    if (ACCOUNT.contains(name)) {
      return "account ";
    }
    return name.equals("AuthenticationException") ? "bad credentials " : "";
  }
}
