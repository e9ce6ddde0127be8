package org.tokenerror.oauth;

import java.util.List;
import java.util.Objects;
import org.tokenerror.http.Challenge;

/**
 * Holds the choices that RFC 6749 leaves to whoever runs the server.
 *
 * <p>None of them can make an answer wrong: every combination obeys the RFC.
 *
 * @param realm the realm of challenges the servlet did not send itself
 * @param supportedSchemes the schemes to challenge with when the client's own cannot be, never
 *     empty
 * @param withoutAuthorization the status of {@code invalid_client} without Authorization header
 *     (B7)
 * @param maxDescriptionLength the longest {@code error_description}, in characters, at least 40
 * @param keepDialectMembers whether members of the servlet's own dialect stay in the body
 */
public record AnswerPolicy(
    String realm,
    List<String> supportedSchemes,
    Status401 withoutAuthorization,
    int maxDescriptionLength,
    boolean keepDialectMembers) {

  /** The shortest {@link #maxDescriptionLength()} that still tells something. */
  public static final int SHORTEST_DESCRIPTION = 40;

  /** Says what {@code invalid_client} becomes when no Authorization header was sent. */
  public enum Status401 {
    /** The servlet's 401 stays 401, all else becomes 400. */
    KEEP,
    /** Always 400, but where a login of several steps could not go on. */
    ALWAYS_400,
    /** Always 401. */
    ALWAYS_401
  }

  /**
   * Checks all values.
   *
   * @param realm any text
   * @param supportedSchemes at least one
   * @param withoutAuthorization any
   * @param maxDescriptionLength at least 40
   * @param keepDialectMembers any
   * @throws IllegalArgumentException when there is no scheme, one is no HTTP token, or the length
   *     is below 40
   */
  public AnswerPolicy {
    Objects.requireNonNull(realm, "realm");
    supportedSchemes = List.copyOf(supportedSchemes);
    Objects.requireNonNull(withoutAuthorization, "withoutAuthorization");
    if (supportedSchemes.isEmpty()) {
      throw new IllegalArgumentException("supportedSchemes needs at least one scheme, e.g. Basic");
    }
    supportedSchemes.forEach(Challenge::of); // an illegal scheme is refused here, not in an answer
    if (maxDescriptionLength < SHORTEST_DESCRIPTION) {
      throw new IllegalArgumentException(
          "maxDescriptionLength is " + maxDescriptionLength + ", at least 40 is needed");
    }
  }

  /**
   * Returns what suits most servers.
   *
   * @return realm {@code token}, scheme {@code Basic}, {@link Status401#KEEP}, 200 characters, no
   *     dialect members
   */
  public static AnswerPolicy defaults() {
    return new AnswerPolicy("token", List.of("Basic"), Status401.KEEP, 200, false);
  }
}
