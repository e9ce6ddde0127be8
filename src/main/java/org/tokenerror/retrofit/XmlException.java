package org.tokenerror.retrofit;

/** Says where a text stops being XML. */
final class XmlException extends Exception {
  private static final long serialVersionUID = 1L;

  XmlException(String message) {
    super(message);
  }
}
