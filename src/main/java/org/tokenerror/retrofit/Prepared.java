package org.tokenerror.retrofit;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Is a changed archive that only needs to be written. */
interface Prepared extends Closeable {
  void writeTo(OutputStream out) throws IOException;
}
