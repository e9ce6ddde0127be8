package org.tokenerror.retrofit;

/** Says which of the two families of package names an application is written for. */
public enum Namespace {
  /** {@code javax.servlet}: Java EE, to Tomcat 9 and WildFly 26. */
  JAVAX("javax", "javax.servlet"),
  /** {@code jakarta.servlet}: Jakarta EE 9 and later, from Tomcat 10 and WildFly 27. */
  JAKARTA("jakarta", "jakarta.servlet");

  private final String label;
  private final String servletPackage;

  Namespace(String label, String servletPackage) {
    this.label = label;
    this.servletPackage = servletPackage;
  }

  /**
   * Returns the name people use.
   *
   * @return {@code javax} or {@code jakarta}
   */
  public String label() {
    return label;
  }

  /**
   * Returns the package that tells.
   *
   * @return with dots
   */
  public String servletPackage() {
    return servletPackage;
  }
}
