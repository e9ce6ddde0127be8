package org.tokenerror.it.javax;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Turns a compiled class into what it would be had it been written for {@code javax.servlet}. */
public final class JavaxClass {
  private static final int UTF8 = 1;

  private JavaxClass() {}

  /** Converts a class of the tests. */
  public static byte[] of(Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    try (InputStream in = JavaxClass.class.getClassLoader().getResourceAsStream(name)) {
      return of(in);
    }
  }

  /** Copies a class file and renames the servlet API in its constants. */
  static byte[] of(InputStream classFile) throws IOException {
    DataInputStream in = new DataInputStream(classFile);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(in.readLong());
    int count = in.readUnsignedShort();
    out.writeShort(count);
    for (int i = 1; i < count; ) {
      int tag = in.readUnsignedByte();
      out.writeByte(tag);
      if (tag == UTF8) {
        out.writeUTF(in.readUTF().replaceAll("jakarta([./]servlet)", "javax$1"));
      } else {
        out.write(in.readNBytes(length(tag)));
      }
      // long and double take two places
      i += tag == 5 || tag == 6 ? 2 : 1;
    }
    in.transferTo(out);
    return bytes.toByteArray();
  }

  /** Returns how many bytes follow a constant's tag. */
  private static int length(int tag) {
    return switch (tag) {
      case 7, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      case 5, 6 -> 8;
      default -> 4;
    };
  }
}
