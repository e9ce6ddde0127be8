package org.tokenerror.oauth;

/**
 * Tells which place of which dialect file is wrong, and why.
 *
 * <p>It is meant for whoever deploys: no request can cause it.
 */
public final class DialectException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The file's name. */
  private final String file;

  /** Where in the file. */
  private final String pointer;

  /**
   * Creates the exception.
   *
   * @param file the file's name
   * @param pointer the JSON pointer of the place, empty for the whole file
   * @param reason what is wrong there
   */
  public DialectException(String file, String pointer, String reason) {
    super("Dialect file " + file + (pointer.isEmpty() ? "" : ", at " + pointer) + ": " + reason);
    this.file = file;
    this.pointer = pointer;
  }

  /**
   * Returns the file's name.
   *
   * @return the name it was given
   */
  public String file() {
    return file;
  }

  /**
   * Returns where in the file the mistake is.
   *
   * @return a JSON pointer, empty for the whole file
   * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>
   */
  public String pointer() {
    return pointer;
  }
}
