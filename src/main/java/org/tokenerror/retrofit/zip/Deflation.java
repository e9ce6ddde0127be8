package org.tokenerror.retrofit.zip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalInt;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Compresses, and finds out how something was compressed.
 *
 * <p>It tells levels of Java's own deflater apart, which is what most tools that make WARs use. It
 * knows no other program's ways.
 */
final class Deflation {
  static final int STORED = 0;
  private static final int[] USUAL_LEVELS = {Deflater.DEFAULT_COMPRESSION, 9, 1, 5, 8, 7, 4, 3, 2};

  private Deflation() {}

  /**
   * Describes written content.
   *
   * @param crc its checksum
   * @param size its length before compression
   * @param compressedSize its length as written
   */
  record Written(long crc, long size, long compressedSize) {}

  /** Writes content at a level, or as it is. */
  static Written write(InputStream content, int level, OutputStream out) throws IOException {
    CRC32 crc = new CRC32();
    Counter counter = new Counter(out);
    long size = 0;
    Deflater deflater = new Deflater(level == STORED ? Deflater.NO_COMPRESSION : level, true);
    try {
      DeflaterOutputStream deflating = new DeflaterOutputStream(counter, deflater, 8192);
      OutputStream to = level == STORED ? counter : deflating;
      byte[] buffer = new byte[8192];
      for (int got = content.read(buffer); got >= 0; got = content.read(buffer)) {
        crc.update(buffer, 0, got);
        size += got;
        to.write(buffer, 0, got);
      }
      if (level != STORED) {
        deflating.finish();
      }
    } finally {
      deflater.end();
    }
    return new Written(crc.getValue(), size, counter.count());
  }

  /** Finds the level at which the same content gives the same bytes. */
  static OptionalInt levelOf(ZipItem item) throws IOException {
    if (item.isStored()) {
      return OptionalInt.of(STORED);
    }
    for (int level : USUAL_LEVELS) {
      Comparison comparison = new Comparison(item);
      try (InputStream content = item.open()) {
        write(content, level, comparison);
        if (comparison.isComplete()) {
          return OptionalInt.of(level);
        }
      } catch (Different e) {
        // the next level, then
      }
    }
    return OptionalInt.empty();
  }

  /** Counts what is written. */
  static final class Counter extends OutputStream {
    private final OutputStream out;
    private long count;

    Counter(OutputStream out) {
      this.out = out;
    }

    long count() {
      return count;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      count += length;
    }
  }

  /** Ends a comparison at the first difference. */
  private static final class Different extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Compares what is written with an entry's compressed bytes. */
  private static final class Comparison extends OutputStream {
    private final ZipImage image;
    private final long end;
    private long at;

    Comparison(ZipItem item) throws IOException {
      this.image = item.image();
      this.at = item.dataStart();
      this.end = item.dataEnd();
    }

    boolean isComplete() {
      return at == end;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (length > end - at) {
        throw new Different();
      }
      byte[] expected = image.bytes(at, length);
      for (int i = 0; i < length; i++) {
        if (bytes[from + i] != expected[i]) {
          throw new Different();
        }
      }
      at += length;
    }
  }
}
