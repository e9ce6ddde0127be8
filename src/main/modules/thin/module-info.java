/**
 * Makes the failures of an OAuth 2.0 token servlet leave as RFC 6749 section 5.2 asks.
 */
module org.tokenerror {
  requires jakarta.servlet;
  requires jakarta.json.bind;

  exports org.tokenerror;
  exports org.tokenerror.http;
  exports org.tokenerror.oauth;

  uses org.tokenerror.NormalizationListener;
  uses org.tokenerror.oauth.FailureRule;

  provides jakarta.servlet.ServletContainerInitializer with
      org.tokenerror.TokenErrorFilterInitializer;
}
