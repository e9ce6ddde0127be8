package org.tokenerror.oauth;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tokenerror.http.Json;

/** Says what is to happen with the servlet's answer: keep it, or replace it by an OAuth error. */
public sealed interface Verdict {

  /**
   * Returns the replacement, if the answer has to be replaced.
   *
   * @return the replacement, empty when the servlet's answer is kept
   */
  Optional<Replace> replacement();

  /**
   * Tells whether the servlet refused the request or failed, compliantly or not.
   *
   * @return false for a success and for what is no answer at all
   */
  boolean isFailure();

  /**
   * Returns the constant under which this verdict is counted.
   *
   * @return the name of the rule, or of the reason to keep
   */
  String label();

  /**
   * Keeps the servlet's answer as it is.
   *
   * @param reason why
   */
  record Keep(Reason reason) implements Verdict {
    @Override
    public boolean isFailure() {
      return reason == Reason.COMPLIANT;
    }

    @Override
    public Optional<Replace> replacement() {
      return Optional.empty();
    }

    @Override
    public String label() {
      return reason.name();
    }
  }

  /**
   * Replaces the servlet's answer.
   *
   * @param error what to say
   * @param status the HTTP status to say it with
   * @param rule the name of the rule that found the code
   * @param faults the ids of the requirements that the servlet's answer fails
   * @param extensionMembers members of the servlet's body that stay (A23)
   * @param withheld words of the servlet that must not leave; for the log only
   */
  record Replace(
      OAuthError error,
      int status,
      String rule,
      SortedSet<String> faults,
      Optional<Json.Obj> extensionMembers,
      Optional<String> withheld)
      implements Verdict {

    /**
     * Creates a replacement.
     *
     * @param error what to say
     * @param status the HTTP status to say it with
     * @param rule the name of the rule that found the code
     * @param faults the ids of the requirements that the servlet's answer fails; copied
     * @param extensionMembers members of the servlet's body that stay (A23)
     * @param withheld words of the servlet that must not leave; for the log only
     */
    public Replace {
      faults = Collections.unmodifiableSortedSet(new TreeSet<>(faults));
    }

    @Override
    public boolean isFailure() {
      return true;
    }

    /**
     * Adds a member to the body, in place of one of that name.
     *
     * @param name the member's name
     * @param value a text that may leave
     * @return the same replacement with the member at the end
     */
    public Replace withMember(String name, String value) {
      List<Json.Member> members = new ArrayList<>();
      extensionMembers.ifPresent(object -> members.addAll(object.members()));
      members.removeIf(member -> member.name().equals(name));
      members.add(new Json.Member(name, new Json.Str(value)));
      return new Replace(error, status, rule, faults, Optional.of(new Json.Obj(members)), withheld);
    }

    @Override
    public Optional<Replace> replacement() {
      return Optional.of(this);
    }

    @Override
    public String label() {
      return rule;
    }

    @Override
    public String toString() {
      // H1, H2: neither the withheld words nor the members are for everyone's eyes
      return "Replace[error="
          + error
          + ", status="
          + status
          + ", rule="
          + rule
          + ", faults="
          + faults
          + "]";
    }
  }

  /** Gives the reason to keep an answer. */
  enum Reason {
    /** The answer is no failure (S2). */
    SUCCESS,
    /** The answer is a failure that already meets every requirement (S3). */
    COMPLIANT,
    /** The request is a CORS preflight. */
    PREFLIGHT,
    /** The answer redirects to the same path on another scheme or host, which is transport. */
    SAME_PATH_REDIRECT,
    /** The status is 1xx or 304, which says nothing about a token. */
    NOT_AN_ANSWER
  }
}
