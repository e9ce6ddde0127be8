package org.tokenerror.oauth.decision;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tokenerror.oauth.OAuthErrorCode;
import org.tokenerror.oauth.said.Accessors;
import org.tokenerror.oauth.words.CodeAliases;
import org.tokenerror.oauth.words.CodeSpelling;

/**
 * Finds the OAuth code an exception carries, whatever class of whatever library it is.
 *
 * <p>There is no dependency on any of them: the accessors are found by their names. Those of Spring
 * Security ({@code getError().getErrorCode()}), Spring Security OAuth ({@code
 * getOAuth2ErrorCode()}), Apache Oltu ({@code getError()}), Apache CXF ({@code
 * getError().getError()}), Nimbus ({@code getErrorObject().getCode()}) and Keycloak ({@code
 * getError()}) are among them.
 */
final class ExceptionCodes {
  private static final List<String> OF_EXCEPTION =
      List.of(
          "getOAuth2ErrorCode",
          "getOAuthErrorCode",
          "getErrorObject",
          "getOAuthError",
          "getError",
          "getErrorCode",
          "getCode",
          "error",
          "errorCode",
          "code");

  private static final List<String> OF_ERROR =
      List.of("getErrorCode", "getError", "getCode", "getValue", "errorCode", "error", "code");

  private static final List<String> OF_STATUS =
      List.of("getStatusCode", "getStatus", "getRawStatusCode", "getHttpStatus", "getCode");

  private ExceptionCodes() {}

  /** Finds a registered code that the exception itself carries. */
  static Optional<OAuthErrorCode> find(Throwable thrown) {
    return OF_EXCEPTION.stream()
        .map(name -> Accessors.call(thrown, name))
        .flatMap(Optional::stream)
        .flatMap(ExceptionCodes::texts)
        .map(text -> CodeSpelling.standard(text).or(() -> CodeAliases.find(text)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Finds the HTTP status the exception asks for, 400 to 599. */
  static Optional<Integer> status(Throwable thrown) {
    Stream<Object> ownStatus =
        OF_STATUS.stream().map(name -> Accessors.call(thrown, name)).flatMap(Optional::stream);
    Stream<Object> responseStatus =
        Accessors.call(thrown, "getResponse")
            .flatMap(response -> Accessors.call(response, "getStatus"))
            .stream();
    return Stream.concat(responseStatus, ownStatus)
        .map(ExceptionCodes::number)
        .flatMap(Optional::stream)
        .filter(status -> status >= 400 && status <= 599)
        .findFirst();
  }

  private static Stream<String> texts(Object value) {
    if (value instanceof String text) {
      return Stream.of(text);
    }
    if (value instanceof Enum<?> constant) {
      return Stream.of(constant.name());
    }
    if (value instanceof Number || value instanceof Throwable) {
      return Stream.empty();
    }
    return OF_ERROR.stream()
        .map(name -> Accessors.call(value, name))
        .flatMap(Optional::stream)
        .flatMap(inner -> inner instanceof String text ? Stream.of(text) : Stream.empty());
  }

  private static Optional<Integer> number(Object value) {
    if (value instanceof Integer number) {
      return Optional.of(number);
    }
    return Accessors.call(value, "value", Integer.class)
        .or(() -> Accessors.call(value, "getStatusCode", Integer.class));
  }
}
