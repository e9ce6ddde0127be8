package org.tokenerror.retrofit;

/** Is one thing to be changed in an application. */
sealed interface Change permits Change.Add, Change.Replace, Change.Remove {
  /** Returns the file it is about. */
  String name();

  /** Puts a new file in; {@code compress} says whether that is worth it. */
  record Add(String name, byte[] content, boolean compress) implements Change {}

  /** Gives a file other content. */
  record Replace(String name, byte[] content) implements Change {}

  /** Takes a file out. */
  record Remove(String name) implements Change {}
}
