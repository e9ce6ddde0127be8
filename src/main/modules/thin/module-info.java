/**
 * Makes the failures of an OAuth 2.0 token servlet leave as RFC 6749 section 5.2 asks.
 */
module org.tokenerror {
  requires jakarta.servlet;
  requires jakarta.json.bind;
  requires static org.jspecify;
  requires static spring.beans;
  requires static spring.boot;
  requires static spring.boot.autoconfigure;
  requires static spring.context;
  requires static spring.core;

  exports org.tokenerror;
  exports org.tokenerror.http;
  exports org.tokenerror.oauth;
  exports org.tokenerror.spring;

  uses org.tokenerror.NormalizationListener;
  uses org.tokenerror.oauth.FailureRule;

  provides jakarta.servlet.ServletContainerInitializer with
      org.tokenerror.TokenErrorFilterInitializer;
}
