package org.tokenerror.check.judge;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds what the judge has to know about a request, and what it deserves.
 *
 * @param method the method
 * @param scheme the scheme of the {@code Authorization} field, empty without such a field; a
 *     malformed field has the scheme "?"
 * @param expectation what the request deserves
 * @param codes the codes that tell what is wrong with it; the best first
 * @param statuses the statuses that are right for it besides those that go with the code
 * @param causes the requirements that say so
 * @param traits what is special about it
 * @param secrets values that must not come back
 * @param hostile values that must not come back unchanged since they would do harm in a page or a
 *     header
 */
public record Sent(
    String method,
    Optional<String> scheme,
    Expectation expectation,
    List<String> codes,
    Set<Integer> statuses,
    Set<Requirement> causes,
    Set<Trait> traits,
    Set<String> secrets,
    Set<String> hostile) {

  /** Is the origin of the requests that come from another one. */
  public static final String ORIGIN = "https://spa.token-error-check.example";

  /**
   * Keeps copies.
   *
   * @param method the method
   * @param scheme the scheme
   * @param expectation what the request deserves
   * @param codes the right codes
   * @param statuses further statuses
   * @param causes the requirements
   * @param traits the traits
   * @param secrets the secrets
   * @param hostile the hostile values
   */
  public Sent {
    codes = List.copyOf(codes);
    statuses = Set.copyOf(statuses);
    causes = Set.copyOf(causes);
    traits = Set.copyOf(traits);
    secrets = Set.copyOf(secrets);
    hostile = Set.copyOf(hostile);
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }

  boolean usedHeader() {
    return scheme.isPresent();
  }

  boolean usedBasic() {
    return scheme.filter("Basic"::equalsIgnoreCase).isPresent();
  }

  /** Tells whether nothing but the client's authentication is wrong. */
  boolean isAboutTheClientOnly() {
    return codes.equals(List.of("invalid_client"));
  }

  boolean mayBeAboutTheClient() {
    return codes.contains("invalid_client");
  }

  /**
   * Shows nothing that was sent.
   *
   * @return method and expectation
   */
  @Override
  public String toString() {
    return method + " " + expectation + " " + codes;
  }
}
