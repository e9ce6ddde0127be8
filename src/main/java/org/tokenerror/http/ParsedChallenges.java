package org.tokenerror.http;

import java.util.List;

/**
 * Tells what was found in the {@code WWW-Authenticate} fields of a message, and whether they may
 * leave as they are.
 *
 * <p>No field at all gives no challenge and counts as strict: that a 401 needs one is not a matter
 * of grammar.
 *
 * @param challenges the challenges that could be read, in their order, repeated ones included
 * @param strict whether every field is legal as it was written (C2 to C8, C11, C12, C14 to C17);
 *     the spelling of scheme names does not matter, since they are compared without case (C3)
 */
public record ParsedChallenges(List<Challenge> challenges, boolean strict) {

  /**
   * Keeps a copy of the list.
   *
   * @param challenges the challenges
   * @param strict whether all of it was legal
   */
  public ParsedChallenges {
    challenges = List.copyOf(challenges);
  }
}
