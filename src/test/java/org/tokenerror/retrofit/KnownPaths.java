package org.tokenerror.retrofit;

import java.util.List;
import java.util.Set;

/** Shows other packages what the retrofit takes for granted about the filter. */
public final class KnownPaths {
  private KnownPaths() {}

  public static Set<String> conventional() {
    return EndpointFinder.CONVENTIONAL;
  }

  public static List<String> allConventional() {
    return SettingsText.ALL_CONVENTIONAL;
  }

  public static String fragment() {
    return WebXmlEdit.FRAGMENT;
  }
}
