package org.tokenerror.oauth.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.oauth.Exchange.basic;
import static org.tokenerror.oauth.Exchange.password;
import static org.tokenerror.oauth.Exchange.post;
import static org.tokenerror.oauth.Exchange.replaced;

import java.io.Serial;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.OAuthErrorCode;
import org.tokenerror.oauth.Verdict;

@Tag("S4")
@DisplayName("S4: an exception")
class ExceptionRulesTest {

  /** Carries an object with a code, as Spring Security's does. */
  public static class ObjectCarrier extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    ObjectCarrier(Throwable cause) {
      super("x", cause);
    }

    /** Holds the code. */
    public record Carried(String errorCode) {}

    public Carried getError() {
      return new Carried("invalid_scope");
    }
  }

  /** Carries a string, as Keycloak's does. */
  public static class StringCarrier extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    StringCarrier(Throwable cause) {
      super("x", cause);
    }

    public String getOAuth2ErrorCode() {
      return "invalid_grant";
    }
  }

  /** Throws when asked. */
  public static class Hostile extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    public String getError() {
      throw new IllegalStateException("no");
    }

    @Override
    public synchronized Throwable getCause() {
      throw new IllegalStateException("no");
    }

    @Override
    public String getMessage() {
      throw new IllegalStateException("no");
    }
  }

  /** Is its own grandfather. */
  public static class Cyclic extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;
    private final RuntimeException other = new RuntimeException("other", this);

    @Override
    public synchronized Throwable getCause() {
      return other;
    }
  }

  /** Says it by its name. */
  public static class NoSuchClientException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;
  }

  /** Says it by its name. */
  public static class BadCredentialsException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;
  }

  /** Leaves the subject out. */
  public static class LockedException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;
  }

  /** Asks for a status. */
  public static class StatusCarrier extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    public int getStatusCode() {
      return 401;
    }
  }

  private static String codeOf(Evidence evidence) {
    return replaced(evidence).error().code();
  }

  @Test
  @DisplayName("says its code by any accessor")
  void accessors() {
    assertThat(codeOf(basic().threw(new ObjectCarrier(new RuntimeException()))))
        .isEqualTo("invalid_scope");
    assertThat(codeOf(basic().threw(new StringCarrier(new RuntimeException()))))
        .isEqualTo("invalid_grant");
  }

  @Test
  @DisplayName("is as specific as its innermost cause with a code")
  void innermost() {
    Throwable nested = new RuntimeException(new ObjectCarrier(new StringCarrier(null)));
    assertThat(codeOf(basic().threw(nested))).isEqualTo("invalid_grant");
  }

  @Test
  @DisplayName("does no harm when it throws itself or runs in circles")
  void hostile() {
    assertThat(codeOf(basic().threw(new Hostile()))).isEqualTo("server_error");
    assertThat(codeOf(basic().threw(new Cyclic()))).isEqualTo("server_error");
  }

  @Test
  @DisplayName("says by its name what it means")
  void names() {
    assertThat(codeOf(basic().threw(new NoSuchClientException()))).isEqualTo("invalid_client");
    assertThat(codeOf(password().withBasic().threw(new BadCredentialsException())))
        .isEqualTo("invalid_grant");
    assertThat(
            codeOf(
                post("grant_type=client_credentials")
                    .withBasic()
                    .threw(new BadCredentialsException())))
        .isEqualTo("invalid_client");
    assertThat(codeOf(password().withBasic().threw(new LockedException())))
        .isEqualTo("invalid_grant");
  }

  @Test
  @DisplayName("may ask for a status")
  void status() {
    Verdict.Replace verdict = replaced(basic().threw(new StatusCarrier()));
    assertThat(verdict.error().code()).isEqualTo("invalid_client");
    assertThat(verdict.status()).isEqualTo(401);
  }

  @Test
  @Tag("S7")
  @DisplayName("never describes the error to the client, only to the log")
  void words() {
    Verdict.Replace verdict =
        replaced(basic().threw(new IllegalStateException("secret gX1fBat3bV of table CODES")));
    assertThat(verdict.error().description()).contains(OAuthErrorCode.SERVER_ERROR.sentence());
    assertThat(verdict.withheld())
        .hasValue("java.lang.IllegalStateException: secret *** of table CODES");
    assertThat(verdict).asString().doesNotContain("table");
  }
}
