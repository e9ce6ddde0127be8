package org.tokenerror.testing.apps;

import java.util.Locale;

/** Tells an application from the same one with the filter's jar in its {@code WEB-INF/lib}. */
public enum Variant {
  BARE,
  FILTERED;

  String contextPath() {
    return "/" + name().toLowerCase(Locale.ROOT);
  }
}
