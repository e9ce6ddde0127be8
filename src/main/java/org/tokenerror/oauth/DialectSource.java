package org.tokenerror.oauth;

import java.util.Objects;

/**
 * Names the text of a dialect file.
 *
 * <p>It does not know where the text came from: reading files is for whoever has them.
 *
 * @param name the file's name, for messages about mistakes in it
 * @param text what the file holds, JSON
 */
public record DialectSource(String name, String text) {

  /**
   * Checks that both are there.
   *
   * @param name the file's name
   * @param text what the file holds
   */
  public DialectSource {
    Objects.requireNonNull(name);
    Objects.requireNonNull(text);
  }

  @Override
  public String toString() {
    return "DialectSource[" + name + "]";
  }
}
