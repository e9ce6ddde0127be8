package org.tokenerror.retrofit;

import org.tokenerror.retrofit.zip.Bytes;

/** Is one thing to be changed in an application. */
sealed interface Change permits Change.Add, Change.Replace, Change.Remove {
  /** Returns the file it is about. */
  String name();

  /** Puts a new file in; {@code compress} says whether that is worth it. */
  record Add(String name, Bytes content, boolean compress) implements Change {}

  /** Gives a file other content. */
  record Replace(String name, Bytes content) implements Change {}

  /** Takes a file out. */
  record Remove(String name) implements Change {}
}
