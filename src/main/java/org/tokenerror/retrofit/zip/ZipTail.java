package org.tokenerror.retrofit.zip;

import java.io.IOException;

/** Holds what follows the entries' records: zip64 records, the end record, a comment. */
final class ZipTail {
  private static final int LONGEST_COMMENT = 0xffff;

  private final byte[] bytes;

  /** Where in the bytes the end record begins. */
  private final int end;

  /** Whether the bytes begin with a zip64 end record. */
  private final boolean wide;

  private final long directoryStart;
  private final long directorySize;
  private final long base;

  private ZipTail(
      byte[] bytes, int end, boolean wide, long directoryStart, long directorySize, long base) {
    this.bytes = bytes;
    this.end = end;
    this.wide = wide;
    this.directoryStart = directoryStart;
    this.directorySize = directorySize;
    this.base = base;
  }

  /** Finds the end of an archive. */
  static ZipTail of(ZipImage image) throws IOException {
    long length = image.length();
    int window = (int) Math.min(length, Fields.END_LENGTH + LONGEST_COMMENT);
    byte[] last = image.bytes(length - window, window);
    int end = findEnd(last);
    if (end < 0) {
      throw new ZipFormatException(whatItIs(image));
    }
    long endAt = length - window + end;
    long endOfDirectory = endAt;
    long size = Fields.get32(last, end + 12);
    long offset = Fields.get32(last, end + 16);
    long end64At = findEnd64(image, endAt);
    if (end64At >= 0) {
      byte[] record = image.bytes(end64At, Fields.END64_LENGTH);
      size = size == Fields.FULL32 ? Fields.get64(record, 40) : size;
      offset = offset == Fields.FULL32 ? Fields.get64(record, 48) : offset;
      endOfDirectory = end64At;
    }
    int disk = Fields.get16(last, end + 4);
    if (disk != 0 && disk != Fields.FULL16) {
      throw new ZipFormatException("it is one of several disks");
    }
    long start = endOfDirectory - size;
    if (size < 0 || offset < 0 || start < 0 || offset > start) {
      throw new ZipFormatException("it is broken or cut off: its central directory is not there");
    }
    byte[] tail = image.bytes(endOfDirectory, (int) (length - endOfDirectory));
    int endInTail = (int) (endAt - endOfDirectory);
    return new ZipTail(tail, endInTail, end64At >= 0, start, size, start - offset);
  }

  private static int findEnd(byte[] last) {
    int loose = -1;
    for (int at = last.length - Fields.END_LENGTH; at >= 0; at--) {
      if (Fields.getInt(last, at) == Fields.END_SIGNATURE) {
        int rest = last.length - at - Fields.END_LENGTH - Fields.get16(last, at + 20);
        if (rest == 0) {
          return at;
        }
        // some programs append bytes of their own
        loose = loose < 0 && rest > 0 ? at : loose;
      }
    }
    return loose;
  }

  private static String whatItIs(ZipImage image) throws IOException {
    if (image.length() == 0) {
      return "it is empty";
    }
    boolean begins =
        image.length() >= 4 && Fields.getInt(image.bytes(0, 4), 0) == Fields.LOCAL_SIGNATURE;
    return begins ? "it is cut off: the end of the zip archive is missing" : "it is no zip archive";
  }

  private static long findEnd64(ZipImage image, long endAt) throws IOException {
    long locatorAt = endAt - Fields.LOCATOR_LENGTH;
    if (locatorAt < Fields.END64_LENGTH) {
      return -1;
    }
    byte[] locator = image.bytes(locatorAt, Fields.LOCATOR_LENGTH);
    if (Fields.getInt(locator, 0) != Fields.LOCATOR_SIGNATURE) {
      return -1;
    }
    // the usual place first: it also holds when something was put before the archive
    for (long at : new long[] {locatorAt - Fields.END64_LENGTH, Fields.get64(locator, 8)}) {
      if (at >= 0
          && at <= locatorAt - Fields.END64_LENGTH
          && Fields.getInt(image.bytes(at, 4), 0) == Fields.END64_SIGNATURE) {
        return at;
      }
    }
    throw new ZipFormatException("its zip64 end record is not where it says");
  }

  /** Reads a tail that was kept elsewhere, for an archive with nothing before it. */
  static ZipTail kept(byte[] bytes) throws ZipFormatException {
    boolean wide =
        bytes.length >= Fields.END64_LENGTH + Fields.LOCATOR_LENGTH + Fields.END_LENGTH
            && Fields.getInt(bytes, 0) == Fields.END64_SIGNATURE;
    int end = findEnd(bytes);
    if (end < 0) {
      throw new ZipFormatException("the record of what was there before is broken");
    }
    ZipTail numbers = new ZipTail(bytes, end, wide, 0, 0, 0);
    return new ZipTail(bytes, end, wide, numbers.saysOffset(), numbers.saysSize(), 0);
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** Returns where the central directory begins in the file. */
  long directoryStart() {
    return directoryStart;
  }

  long directorySize() {
    return directorySize;
  }

  /** Returns what to add to the archive's offsets, because something was put before it. */
  long base() {
    return base;
  }

  private long saysSize() {
    long size = Fields.get32(bytes, end + 12);
    return wide && size == Fields.FULL32 ? Fields.get64(bytes, 40) : size;
  }

  private long saysOffset() {
    long offset = Fields.get32(bytes, end + 16);
    return wide && offset == Fields.FULL32 ? Fields.get64(bytes, 48) : offset;
  }

  /** Tells whether the archive says that it has so many entries. */
  boolean counts(int entries) {
    int count = Fields.get16(bytes, end + 10);
    if (wide && count == Fields.FULL16) {
      return Fields.get64(bytes, 32) == entries;
    }
    // without zip64, some programs let the counter overflow
    return count == (entries & Fields.FULL16);
  }

  /**
   * Returns these bytes for another directory.
   *
   * @param offset where it begins, as archives count, which is without {@link #base}
   */
  byte[] with(long entries, long size, long offset) {
    if (counts((int) entries) && size == saysSize() && offset == saysOffset()) {
      return bytes();
    }
    boolean large = entries >= Fields.FULL16 || size >= Fields.FULL32 || offset >= Fields.FULL32;
    if (large && !wide) {
      return widened(entries, size, offset);
    }
    byte[] changed = bytes.clone();
    if (wide) {
      long moved = offset + size - (saysOffset() + saysSize());
      int locator = end - Fields.LOCATOR_LENGTH;
      Fields.put64(changed, locator + 8, Fields.get64(bytes, locator + 8) + moved);
      Fields.put64(changed, 24, entries);
      Fields.put64(changed, 32, entries);
      Fields.put64(changed, 40, size);
      Fields.put64(changed, 48, offset);
    }
    putShort(changed, end + 8, entries);
    putShort(changed, end + 10, entries);
    putInt(changed, end + 12, size);
    putInt(changed, end + 16, offset);
    return changed;
  }

  private void putShort(byte[] changed, int at, long value) {
    boolean elsewhere = wide && Fields.get16(bytes, at) == Fields.FULL16;
    if (!elsewhere) {
      Fields.put16(changed, at, (int) Math.min(value, Fields.FULL16));
    }
  }

  private void putInt(byte[] changed, int at, long value) {
    boolean elsewhere = wide && Fields.get32(bytes, at) == Fields.FULL32;
    if (!elsewhere) {
      Fields.put32(changed, at, Math.min(value, Fields.FULL32));
    }
  }

  /** Puts zip64 records before the end record. */
  private byte[] widened(long entries, long size, long offset) {
    int more = Fields.END64_LENGTH + Fields.LOCATOR_LENGTH;
    byte[] changed = new byte[more + bytes.length];
    Fields.put32(changed, 0, Fields.END64_SIGNATURE);
    Fields.put64(changed, 4, Fields.END64_LENGTH - 12);
    Fields.put16(changed, 12, 45);
    Fields.put16(changed, 14, 45);
    Fields.put64(changed, 24, entries);
    Fields.put64(changed, 32, entries);
    Fields.put64(changed, 40, size);
    Fields.put64(changed, 48, offset);
    Fields.put32(changed, Fields.END64_LENGTH, Fields.LOCATOR_SIGNATURE);
    Fields.put64(changed, Fields.END64_LENGTH + 8, offset + size);
    Fields.put32(changed, Fields.END64_LENGTH + 16, 1);
    System.arraycopy(bytes, 0, changed, more, bytes.length);
    int at = more + end;
    Fields.put16(changed, at + 8, Fields.FULL16);
    Fields.put16(changed, at + 10, Fields.FULL16);
    Fields.put32(changed, at + 12, Fields.FULL32);
    Fields.put32(changed, at + 16, Fields.FULL32);
    return changed;
  }
}
