package org.tokenerror.retrofit.zip;

import java.io.ByteArrayOutputStream;

/**
 * Reads and writes the little-endian numbers and the extra fields of zip headers.
 *
 * <p>It checks no bounds beyond those of the array.
 */
final class Fields {
  static final int LOCAL_SIGNATURE = 0x04034b50;
  static final int LOCAL_LENGTH = 30;
  static final int CENTRAL_SIGNATURE = 0x02014b50;
  static final int CENTRAL_LENGTH = 46;
  static final int END_SIGNATURE = 0x06054b50;
  static final int END_LENGTH = 22;
  static final int END64_SIGNATURE = 0x06064b50;
  static final int END64_LENGTH = 56;
  static final int LOCATOR_SIGNATURE = 0x07064b50;
  static final int LOCATOR_LENGTH = 20;

  /** Stands in 16 and 32 bits for a number that is in a zip64 field. */
  static final int FULL16 = 0xffff;

  static final long FULL32 = 0xffffffffL;

  /** The extra field with the numbers that need 64 bits. */
  static final int ZIP64 = 1;

  private Fields() {}

  static int get16(byte[] bytes, int at) {
    return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
  }

  static int getInt(byte[] bytes, int at) {
    return get16(bytes, at) | get16(bytes, at + 2) << 16;
  }

  static long get32(byte[] bytes, int at) {
    return getInt(bytes, at) & FULL32;
  }

  static long get64(byte[] bytes, int at) {
    return get32(bytes, at) | get32(bytes, at + 4) << 32;
  }

  static void put16(byte[] bytes, int at, int value) {
    bytes[at] = (byte) value;
    bytes[at + 1] = (byte) (value >>> 8);
  }

  static void put32(byte[] bytes, int at, long value) {
    put16(bytes, at, (int) value & FULL16);
    put16(bytes, at + 2, (int) (value >>> 16) & FULL16);
  }

  static void put64(byte[] bytes, int at, long value) {
    put32(bytes, at, value);
    put32(bytes, at + 4, value >>> 32);
  }

  /**
   * Finds an extra field in part of a header.
   *
   * @return where its data begins, or -1
   */
  static int extra(byte[] header, int from, int length, int id) {
    int at = from;
    int end = Math.min(header.length, from + length);
    while (at + 4 <= end) {
      int size = get16(header, at + 2);
      if (get16(header, at) == id) {
        return at + 4 + size <= end ? at + 4 : -1;
      }
      at += 4 + size;
    }
    return -1;
  }

  /** Returns extra fields without those of one kind. */
  static byte[] without(byte[] extra, int id) {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    int at = 0;
    while (at + 4 <= extra.length) {
      int length = Math.min(extra.length - at, 4 + get16(extra, at + 2));
      if (get16(extra, at) != id) {
        rest.write(extra, at, length);
      }
      at += length;
    }
    rest.write(extra, at, extra.length - at);
    return rest.toByteArray();
  }
}
