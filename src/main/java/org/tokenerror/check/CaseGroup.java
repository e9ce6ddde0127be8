package org.tokenerror.check;

/** Names what a case is about. */
public enum CaseGroup {
  /** Method, media type, size and encoding of the request. */
  REQUEST("The request"),
  /** The parameter {@code grant_type}. */
  GRANT_TYPE("The grant type"),
  /** Who the client is, by header, body or assertion. */
  CLIENT("The client"),
  /** What the grant type needs. */
  GRANT("The grant"),
  /** Scope, resource and other optional parameters. */
  SCOPE("Scope and the like"),
  /** Requests with nothing wrong in them. */
  HARMLESS("Harmless requests");

  private final String title;

  CaseGroup(String title) {
    this.title = title;
  }

  /**
   * Returns the heading of the group.
   *
   * @return a few words
   */
  public String title() {
    return title;
  }
}
