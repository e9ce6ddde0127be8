package org.tokenerror.retrofit.zip;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;

/**
 * Holds one record of a central directory as the bytes it is.
 *
 * <p>Whatever it says of sizes and places has been checked by nobody yet.
 */
final class CentralRecord {
  private static final int FLAGS = 8;
  private static final int METHOD = 10;
  private static final int TIME = 12;
  private static final int CRC = 16;
  private static final int COMPRESSED_SIZE = 20;
  private static final int SIZE = 24;
  private static final int NAME_LENGTH = 28;
  private static final int EXTRA_LENGTH = 30;
  private static final int COMMENT_LENGTH = 32;
  private static final int DISK = 34;
  private static final int ATTRIBUTES = 38;
  private static final int OFFSET = 42;
  private static final int ENCRYPTED = 1;
  private static final int DESCRIPTOR = 1 << 3;
  private static final int UTF8 = 1 << 11;
  private static final int VERSION = 20;
  private static final int REGULAR_FILE = 0100644;
  private static final int MADE_ON_UNIX = 3 << 8;

  private final byte[] bytes;

  CentralRecord(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes the record at a place of a directory. */
  static CentralRecord at(byte[] directory, int at) throws ZipFormatException {
    if (at + Fields.CENTRAL_LENGTH > directory.length
        || Fields.getInt(directory, at) != Fields.CENTRAL_SIGNATURE) {
      throw new ZipFormatException("its central directory is broken");
    }
    int length =
        Fields.CENTRAL_LENGTH
            + Fields.get16(directory, at + NAME_LENGTH)
            + Fields.get16(directory, at + EXTRA_LENGTH)
            + Fields.get16(directory, at + COMMENT_LENGTH);
    if (at + length > directory.length) {
      throw new ZipFormatException("its central directory is cut off");
    }
    return new CentralRecord(Arrays.copyOfRange(directory, at, at + length));
  }

  /** Makes the record of a new entry, at no place yet. */
  static CentralRecord of(
      byte[] name, int method, long dosTime, long crc, long compressedSize, long size) {
    byte[] bytes = new byte[Fields.CENTRAL_LENGTH + name.length];
    Fields.put32(bytes, 0, Fields.CENTRAL_SIGNATURE);
    Fields.put16(bytes, 4, MADE_ON_UNIX | VERSION);
    Fields.put16(bytes, 6, VERSION);
    Fields.put16(bytes, FLAGS, UTF8);
    Fields.put16(bytes, METHOD, method);
    Fields.put32(bytes, TIME, dosTime);
    Fields.put16(bytes, NAME_LENGTH, name.length);
    Fields.put32(bytes, ATTRIBUTES, (long) REGULAR_FILE << 16);
    System.arraycopy(name, 0, bytes, Fields.CENTRAL_LENGTH, name.length);
    return new CentralRecord(bytes).withContent(crc, compressedSize, size);
  }

  /** Returns the same record for other content, which has no data descriptor. */
  CentralRecord withContent(long crc, long compressedSize, long size) {
    byte[] extra = Fields.without(extra(), Fields.ZIP64);
    byte[] changed = withExtra(extra).bytes;
    Fields.put16(changed, FLAGS, flags() & ~DESCRIPTOR);
    Fields.put32(changed, CRC, crc);
    Fields.put32(changed, COMPRESSED_SIZE, compressedSize);
    Fields.put32(changed, SIZE, size);
    Fields.put32(changed, OFFSET, 0);
    return new CentralRecord(changed);
  }

  private CentralRecord withExtra(byte[] extra) {
    int from = Fields.CENTRAL_LENGTH + nameLength();
    int oldLength = Fields.get16(bytes, EXTRA_LENGTH);
    byte[] changed = Arrays.copyOf(bytes, bytes.length - oldLength + extra.length);
    System.arraycopy(extra, 0, changed, from, extra.length);
    int comment = Fields.get16(bytes, COMMENT_LENGTH);
    System.arraycopy(bytes, from + oldLength, changed, from + extra.length, comment);
    Fields.put16(changed, EXTRA_LENGTH, extra.length);
    return new CentralRecord(changed);
  }

  /** Returns a local header that says the same, with extra fields of its own. */
  byte[] localHeader(byte[] localExtra) {
    byte[] extra = Fields.without(localExtra, Fields.ZIP64);
    byte[] header = new byte[Fields.LOCAL_LENGTH + nameLength() + extra.length];
    Fields.put32(header, 0, Fields.LOCAL_SIGNATURE);
    System.arraycopy(bytes, 6, header, 4, 24);
    Fields.put16(header, 28, extra.length);
    System.arraycopy(bytes, Fields.CENTRAL_LENGTH, header, Fields.LOCAL_LENGTH, nameLength());
    System.arraycopy(extra, 0, header, Fields.LOCAL_LENGTH + nameLength(), extra.length);
    return header;
  }

  /**
   * Returns the bytes of the record for an entry that begins at another place.
   *
   * @param fresh whether a field may be added for a place beyond 4 GiB
   */
  byte[] atOffset(long offset, boolean fresh) throws ZipFormatException {
    byte[] moved = bytes.clone();
    int field = Fields.get32(bytes, OFFSET) == Fields.FULL32 ? zip64Field(Large.OFFSET) : -1;
    if (field >= 0) {
      Fields.put64(moved, field, offset);
    } else if (offset < Fields.FULL32) {
      Fields.put32(moved, OFFSET, offset);
    } else if (fresh) {
      byte[] extra = new byte[12];
      Fields.put16(extra, 0, Fields.ZIP64);
      Fields.put16(extra, 2, 8);
      Fields.put64(extra, 4, offset);
      moved = withExtra(extra).bytes;
      Fields.put32(moved, OFFSET, Fields.FULL32);
    } else {
      throw new ZipFormatException(
          "it is so near to 4 GiB that \""
              + name()
              + "\" would move beyond, which takes a zip64"
              + " archive; pack it as one");
    }
    return moved;
  }

  int length() {
    return bytes.length;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  private int nameLength() {
    return Fields.get16(bytes, NAME_LENGTH);
  }

  byte[] nameBytes() {
    return Arrays.copyOfRange(bytes, Fields.CENTRAL_LENGTH, Fields.CENTRAL_LENGTH + nameLength());
  }

  /** Returns the name; in an unknown encoding one character for each byte. */
  String name() {
    boolean utf8 = (flags() & UTF8) != 0;
    return new String(nameBytes(), utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
  }

  private byte[] extra() {
    int from = Fields.CENTRAL_LENGTH + nameLength();
    return Arrays.copyOfRange(bytes, from, from + Fields.get16(bytes, EXTRA_LENGTH));
  }

  private int flags() {
    return Fields.get16(bytes, FLAGS);
  }

  boolean isEncrypted() {
    return (flags() & ENCRYPTED) != 0;
  }

  int method() {
    return Fields.get16(bytes, METHOD);
  }

  boolean isReadable() {
    return method() == ZipEntry.STORED || method() == ZipEntry.DEFLATED;
  }

  long dosTime() {
    return Fields.get32(bytes, TIME);
  }

  long crc() {
    return Fields.get32(bytes, CRC);
  }

  boolean isOnFirstDisk() {
    int disk = Fields.get16(bytes, DISK);
    return disk == 0 || disk == Fields.FULL16;
  }

  long compressedSize() throws ZipFormatException {
    return number(COMPRESSED_SIZE, Large.COMPRESSED_SIZE);
  }

  long size() throws ZipFormatException {
    return number(SIZE, Large.SIZE);
  }

  long offset() throws ZipFormatException {
    return number(OFFSET, Large.OFFSET);
  }

  private long number(int at, Large number) throws ZipFormatException {
    long value = Fields.get32(bytes, at);
    if (value != Fields.FULL32) {
      return value;
    }
    int field = zip64Field(number);
    long large = field < 0 ? value : Fields.get64(bytes, field);
    if (large < 0) {
      throw new ZipFormatException("\"" + name() + "\" has an impossible size or place");
    }
    return large;
  }

  /** Finds a number in the zip64 field, which holds only those that are full elsewhere. */
  private int zip64Field(Large number) {
    int from = Fields.CENTRAL_LENGTH + nameLength();
    int length = Fields.get16(bytes, EXTRA_LENGTH);
    int at = Fields.extra(bytes, from, length, Fields.ZIP64);
    if (at < 0) {
      return -1;
    }
    int end = at + Fields.get16(bytes, at - 2);
    for (Large each : Large.values()) {
      boolean held = Fields.get32(bytes, each.at) == Fields.FULL32;
      if (each == number) {
        return held && at + 8 <= end ? at : -1;
      }
      at += held ? 8 : 0;
    }
    return -1;
  }

  /** The numbers of a zip64 field in their order. */
  private enum Large {
    SIZE(CentralRecord.SIZE),
    COMPRESSED_SIZE(CentralRecord.COMPRESSED_SIZE),
    OFFSET(CentralRecord.OFFSET);

    private final int at;

    Large(int at) {
      this.at = at;
    }
  }
}
