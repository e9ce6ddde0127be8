/**
 * Makes the failures of an OAuth 2.0 token servlet leave as RFC 6749 section 5.2 asks; brings its
 * own JSON-B.
 */
module org.tokenerror {
  requires jakarta.servlet;
  requires java.logging;
  requires static java.desktop;
  requires static java.naming;
  requires static java.sql;
  requires static java.xml;
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
  uses org.tokenerror.shaded.json.bind.spi.JsonbProvider;
  uses org.tokenerror.shaded.json.spi.JsonProvider;
  uses org.tokenerror.shaded.yasson.spi.JsonbComponentInstanceCreator;

  provides jakarta.servlet.ServletContainerInitializer with
      org.tokenerror.TokenErrorFilterInitializer;
  provides org.tokenerror.shaded.json.bind.spi.JsonbProvider with
      org.tokenerror.shaded.yasson.JsonBindingProvider;
  provides org.tokenerror.shaded.json.spi.JsonProvider with
      org.tokenerror.shaded.parsson.JsonProviderImpl;
}
