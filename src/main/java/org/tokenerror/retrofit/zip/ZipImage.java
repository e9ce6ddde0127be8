package org.tokenerror.retrofit.zip;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Opens an archive for looking at it and for copying parts of it.
 *
 * <p>It knows where each entry begins and ends, so that an entry can be copied without being
 * understood. Bytes before the first entry, comments, zip64 records, entries in any order and of
 * any method are fine; what cannot be told apart is refused: overlapping entries, headers that
 * contradict the directory, several disks. It never writes to the file.
 */
public final class ZipImage implements Closeable {
  private static final int BUFFER = 1 << 16;
  private static final long LARGEST_DIRECTORY = 256L << 20;

  private final FileChannel channel;
  private final ZipTail tail;
  private final List<ZipItem> items;

  private ZipImage(FileChannel channel) throws IOException {
    this.channel = channel;
    this.tail = ZipTail.of(this);
    this.items = readDirectory();
  }

  /**
   * Opens an archive.
   *
   * @param file the archive
   * @return to be closed
   * @throws ZipFormatException if it is no archive or a broken one
   * @throws IOException if it cannot be read
   */
  public static ZipImage open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new ZipImage(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private List<ZipItem> readDirectory() throws IOException {
    if (tail.directorySize() > LARGEST_DIRECTORY) {
      throw new ZipFormatException("its central directory is larger than 256 MiB");
    }
    byte[] directory = bytes(tail.directoryStart(), (int) tail.directorySize());
    List<CentralRecord> records = new ArrayList<>();
    for (int at = 0; at < directory.length; ) {
      CentralRecord record = CentralRecord.at(directory, at);
      records.add(record);
      at += record.length();
    }
    if (!tail.counts(records.size())) {
      throw new ZipFormatException(
          "its central directory has " + records.size() + " entries, and not as many as it says");
    }
    return locate(records);
  }

  private List<ZipItem> locate(List<CentralRecord> records) throws IOException {
    List<CentralRecord> byPlace = new ArrayList<>(records);
    List<Long> offsets = new ArrayList<>();
    for (CentralRecord record : records) {
      if (!record.isOnFirstDisk()) {
        throw new ZipFormatException("it is one of several disks");
      }
      offsets.add(record.offset());
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing(offsets::get));
    ZipItem[] found = new ZipItem[records.size()];
    for (int i = 0; i < order.size(); i++) {
      int index = order.get(i);
      long start = tail.base() + offsets.get(index);
      long end =
          i + 1 < order.size()
              ? tail.base() + offsets.get(order.get(i + 1))
              : tail.directoryStart();
      found[index] = ZipItem.of(this, byPlace.get(index), i, start, end);
    }
    return List.of(found);
  }

  /**
   * Returns the entries in the order of the central directory.
   *
   * @return all entries, directories and duplicates included
   */
  public List<ZipItem> items() {
    return items;
  }

  /**
   * Finds the entries of a name.
   *
   * @param name the whole name
   * @return none, one, or several in a careless archive
   */
  public List<ZipItem> named(String name) {
    return items.stream().filter(item -> item.name().equals(name)).toList();
  }

  /**
   * Tells how many bytes are before the first entry.
   *
   * @return 0 in most archives
   */
  public long prefixLength() {
    return items.stream().mapToLong(ZipItem::start).min().orElse(tail.directoryStart());
  }

  /**
   * Returns the digest of the whole file.
   *
   * @return SHA-256
   * @throws IOException if the file cannot be read
   */
  public byte[] sha256() throws IOException {
    MessageDigest digest = newDigest();
    copy(0, length(), new DigestSink(digest));
    return digest.digest();
  }

  static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Tells the length of the file.
   *
   * @return in bytes
   * @throws IOException if the file cannot be read
   */
  public long length() throws IOException {
    return channel.size();
  }

  ZipTail tail() {
    return tail;
  }

  byte[] bytes(long from, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    read(from, buffer);
    return buffer.array();
  }

  /** Fills a buffer. */
  void read(long from, ByteBuffer buffer) throws IOException {
    long at = from;
    while (buffer.hasRemaining()) {
      int count = channel.read(buffer, at);
      if (count < 0) {
        throw new EOFException("the file ends where there should be more of it");
      }
      at += count;
    }
  }

  /** Copies part of the file as it is. */
  void copy(long from, long to, OutputStream out) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    for (long at = from; at < to; ) {
      buffer.clear().limit((int) Math.min(BUFFER, to - at));
      read(at, buffer);
      out.write(buffer.array(), 0, buffer.limit());
      at += buffer.limit();
    }
  }

  byte[] segment(ZipItem item) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    copy(item.start(), item.end(), out);
    return out.toByteArray();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static final class DigestSink extends OutputStream {
    private final MessageDigest digest;

    DigestSink(MessageDigest digest) {
      this.digest = digest;
    }

    @Override
    public void write(int b) {
      digest.update((byte) b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      digest.update(bytes, from, length);
    }
  }
}
