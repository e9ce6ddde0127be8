package org.tokenerror.retrofit.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * Stands for one entry of an archive.
 *
 * <p>Its bytes go from its local header to the next entry's. What is read of its content is checked
 * against its length and checksum.
 */
public final class ZipItem {
  private static final int NAME_LENGTH = 26;
  private static final int EXTRA_LENGTH = 28;

  /** More than most headers have, so that one look at the file is enough for them. */
  private static final int USUAL_HEADER = 256;

  private final ZipImage image;
  private final CentralRecord record;
  private final int place;
  private final long start;
  private final long dataStart;
  private final long end;
  private final byte[] localExtra;

  private ZipItem(
      ZipImage image, CentralRecord record, int place, long start, long end, byte[] header) {
    this.image = image;
    this.record = record;
    this.place = place;
    this.start = start;
    this.end = end;
    this.dataStart = start + header.length;
    int extra = Fields.LOCAL_LENGTH + Fields.get16(header, NAME_LENGTH);
    this.localExtra = Arrays.copyOfRange(header, extra, header.length);
  }

  static ZipItem of(ZipImage image, CentralRecord record, int place, long start, long end)
      throws IOException {
    if (end - start < Fields.LOCAL_LENGTH) {
      throw new ZipFormatException("\"" + record.name() + "\" overlaps with another entry");
    }
    byte[] fixed = image.bytes(start, (int) Math.min(end - start, USUAL_HEADER));
    if (Fields.getInt(fixed, 0) != Fields.LOCAL_SIGNATURE) {
      throw new ZipFormatException("\"" + record.name() + "\" is not where the directory says");
    }
    int length =
        Fields.LOCAL_LENGTH + Fields.get16(fixed, NAME_LENGTH) + Fields.get16(fixed, EXTRA_LENGTH);
    if (length > end - start || record.compressedSize() > end - start - length) {
      throw new ZipFormatException("\"" + record.name() + "\" overlaps with another entry");
    }
    byte[] header =
        length <= fixed.length ? Arrays.copyOf(fixed, length) : image.bytes(start, length);
    byte[] name = record.nameBytes();
    int nameEnd = Fields.LOCAL_LENGTH + Fields.get16(header, NAME_LENGTH);
    if (!Arrays.equals(name, Arrays.copyOfRange(header, Fields.LOCAL_LENGTH, nameEnd))) {
      throw new ZipFormatException(
          "\"" + record.name() + "\" has another name in its own header than in the directory");
    }
    return new ZipItem(image, record, place, start, end, header);
  }

  /**
   * Returns the name.
   *
   * @return in an unknown encoding one character for each byte
   */
  public String name() {
    return record.name();
  }

  /**
   * Returns the length of the content, as the archive says.
   *
   * @return in bytes
   * @throws IOException if the archive says nonsense
   */
  public long size() throws IOException {
    return record.size();
  }

  /**
   * Tells whether the content is kept without compression.
   *
   * @return whether it is
   */
  public boolean isStored() {
    return record.method() == ZipEntry.STORED;
  }

  /**
   * Opens the content.
   *
   * @return at most as many bytes as the archive says; reading fails where the checksum is wrong
   * @throws ZipFormatException if it is encrypted or compressed in an unusual way
   * @throws IOException if it cannot be read
   */
  public InputStream open() throws IOException {
    if (record.isEncrypted()) {
      throw new ZipFormatException("\"" + name() + "\" is encrypted");
    }
    if (!record.isReadable()) {
      throw new ZipFormatException(
          "\"" + name() + "\" is compressed by method " + record.method() + ", not by deflate");
    }
    InputStream data = new SegmentStream(image, dataStart, record.compressedSize());
    return new CheckedContent(isStored() ? data : inflating(data), this);
  }

  private static InputStream inflating(InputStream data) {
    return new InflaterInputStream(data, new Inflater(true), 8192) {
      @Override
      public void close() throws IOException {
        super.close();
        inf.end();
      }
    };
  }

  /**
   * Reads the content.
   *
   * @param limit the most bytes to accept
   * @return all of it
   * @throws ZipFormatException if there is more, or it is broken
   * @throws IOException if it cannot be read
   */
  public byte[] read(int limit) throws IOException {
    if (size() > limit) {
      throw new ZipFormatException(
          "\"" + name() + "\" is said to have " + size() + " bytes, more than " + limit);
    }
    try (InputStream in = open()) {
      return in.readAllBytes();
    }
  }

  CentralRecord record() {
    return record;
  }

  /** Returns the position among all entries as they follow each other in the file. */
  int place() {
    return place;
  }

  long start() {
    return start;
  }

  long dataStart() {
    return dataStart;
  }

  long dataEnd() throws ZipFormatException {
    return dataStart + record.compressedSize();
  }

  long end() {
    return end;
  }

  byte[] localExtra() {
    return localExtra.clone();
  }

  ZipImage image() {
    return image;
  }

  @Override
  public String toString() {
    return name();
  }

  /** Reads part of the file. */
  private static final class SegmentStream extends InputStream {
    private final ZipImage image;
    private final long to;
    private long at;

    SegmentStream(ZipImage image, long from, long length) {
      this.image = image;
      this.at = from;
      this.to = from + length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (at >= to) {
        return -1;
      }
      int count = (int) Math.min(length, to - at);
      image.read(at, ByteBuffer.wrap(bytes, from, count));
      at += count;
      return count;
    }
  }

  /** Refuses content of another length or checksum than the archive says. */
  private static final class CheckedContent extends InputStream {
    private final InputStream content;
    private final ZipItem item;
    private final CRC32 crc = new CRC32();
    private final long size;
    private long count;

    CheckedContent(InputStream content, ZipItem item) throws IOException {
      this.content = content;
      this.item = item;
      this.size = item.size();
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int got;
      try {
        got = content.read(bytes, from, length);
      } catch (ZipException e) {
        throw new ZipFormatException("\"" + item.name() + "\" is broken: " + e.getMessage());
      }
      if (got < 0) {
        if (count != size || crc.getValue() != item.record().crc()) {
          throw new ZipFormatException(
              "\"" + item.name() + "\" is broken: wrong length or checksum");
        }
        return -1;
      }
      count += got;
      if (count > size) {
        throw new ZipFormatException("\"" + item.name() + "\" is longer than the archive says");
      }
      crc.update(bytes, from, got);
      return got;
    }

    @Override
    public void close() throws IOException {
      content.close();
    }
  }
}
