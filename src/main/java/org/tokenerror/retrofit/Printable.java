package org.tokenerror.retrofit;

/** Keeps what an application is called, or calls its files, from steering a terminal. */
final class Printable {
  private Printable() {}

  /** Returns a line with a question mark for every control character. */
  static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.chars().forEach(c -> line.append(Character.isISOControl(c) && c != '\t' ? '?' : (char) c));
    return line.toString();
  }
}
