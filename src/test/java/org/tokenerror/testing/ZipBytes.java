package org.tokenerror.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Makes zip archives byte by byte, the odd ones that no library writes included.
 *
 * <p>It shares no code with what it tests.
 */
public final class ZipBytes {
  private final List<Entry> entries = new ArrayList<>();
  private byte[] prefix = new byte[0];
  private byte[] comment = new byte[0];
  private boolean prefixCounted = true;
  private boolean wide;
  private long shuffled;

  /** Is one entry in the making. */
  public static final class Entry {
    private final byte[] name;
    private final byte[] content;
    private int method = 8;
    private int level = Deflater.DEFAULT_COMPRESSION;
    private boolean descriptor;
    private boolean wide;
    private boolean encrypted;
    private boolean utf8 = true;
    private byte[] localExtra = new byte[0];
    private byte[] extra = new byte[0];
    private byte[] comment = new byte[0];
    private int time = 0x5a6e8000 + 77;
    private int attributes = 0100640;

    private Entry(byte[] name, byte[] content) {
      this.name = name;
      this.content = content;
    }

    public Entry stored() {
      method = 0;
      return this;
    }

    public Entry level(int value) {
      level = value;
      return this;
    }

    public Entry withDescriptor() {
      descriptor = true;
      return this;
    }

    public Entry wide() {
      wide = true;
      return this;
    }

    public Entry encrypted() {
      encrypted = true;
      return this;
    }

    public Entry notUtf8() {
      utf8 = false;
      return this;
    }

    public Entry extras(byte[] local, byte[] central) {
      localExtra = local.clone();
      extra = central.clone();
      return this;
    }

    public Entry comment(String text) {
      comment = text.getBytes(StandardCharsets.UTF_8);
      return this;
    }
  }

  public Entry add(String name, byte[] content) {
    return add(name.getBytes(StandardCharsets.UTF_8), content);
  }

  public Entry add(String name, String content) {
    return add(name, content.getBytes(StandardCharsets.UTF_8));
  }

  public Entry add(byte[] name, byte[] content) {
    Entry entry = new Entry(name, content);
    entries.add(entry);
    return entry;
  }

  /** Puts bytes before the archive; offsets count them or not. */
  public ZipBytes prefix(byte[] bytes, boolean counted) {
    prefix = bytes.clone();
    prefixCounted = counted;
    return this;
  }

  public ZipBytes comment(String text) {
    comment = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  /** Ends it with zip64 records. */
  public ZipBytes wide() {
    wide = true;
    return this;
  }

  /** Puts the directory into another order than the entries. */
  public ZipBytes shuffled(long seed) {
    shuffled = seed;
    return this;
  }

  public byte[] build() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(prefix);
    int base = prefixCounted ? 0 : prefix.length;
    List<byte[]> records = new ArrayList<>();
    for (Entry entry : entries) {
      int offset = out.size() - base;
      byte[] data = entry.method == 0 ? entry.content : deflated(entry);
      CRC32 crc = new CRC32();
      crc.update(entry.content);
      long[] numbers = {crc.getValue(), data.length, entry.content.length};
      out.writeBytes(local(entry, numbers));
      out.writeBytes(data);
      if (entry.descriptor) {
        out.writeBytes(
            bytes(
                4,
                0x08074b50,
                4,
                numbers[0],
                entry.wide ? 8 : 4,
                numbers[1],
                entry.wide ? 8 : 4,
                numbers[2]));
      }
      records.add(central(entry, numbers, offset));
    }
    if (shuffled != 0) {
      Collections.shuffle(records, new Random(shuffled));
    }
    int start = out.size();
    records.forEach(out::writeBytes);
    long size = (long) out.size() - start;
    long offset = (long) start - base;
    int count = records.size();
    if (wide) {
      out.writeBytes(
          bytes(
              4,
              0x06064b50,
              8,
              44,
              2,
              45,
              2,
              45,
              4,
              0,
              4,
              0,
              8,
              count,
              8,
              count,
              8,
              size,
              8,
              offset));
      out.writeBytes(bytes(4, 0x07064b50, 4, 0, 8, offset + size, 4, 1));
    }
    long full = wide ? 0xffffffffL : 0;
    int shownCount = wide ? 0xffff : count;
    out.writeBytes(
        bytes(
            4,
            0x06054b50,
            2,
            0,
            2,
            0,
            2,
            shownCount,
            2,
            shownCount,
            4,
            wide ? full : size,
            4,
            wide ? full : offset,
            2,
            comment.length));
    out.writeBytes(comment);
    return out.toByteArray();
  }

  private static int flags(Entry entry) {
    return (entry.encrypted ? 1 : 0) | (entry.descriptor ? 8 : 0) | (entry.utf8 ? 1 << 11 : 0);
  }

  private static byte[] local(Entry entry, long[] numbers) {
    boolean later = entry.descriptor;
    byte[] zip64 =
        entry.wide
            ? bytes(2, 1, 2, 16, 8, later ? 0 : numbers[2], 8, later ? 0 : numbers[1])
            : new byte[0];
    byte[] extra = join(entry.localExtra, zip64);
    long full = 0xffffffffL;
    long shown1 = entry.wide ? full : later ? 0 : numbers[1];
    long shown2 = entry.wide ? full : later ? 0 : numbers[2];
    return join(
        bytes(
            4,
            0x04034b50,
            2,
            entry.wide ? 45 : 20,
            2,
            flags(entry),
            2,
            entry.method,
            4,
            entry.time,
            4,
            later ? 0 : numbers[0],
            4,
            shown1,
            4,
            shown2,
            2,
            entry.name.length,
            2,
            extra.length),
        entry.name,
        extra);
  }

  private static byte[] central(Entry entry, long[] numbers, long offset) {
    byte[] zip64 =
        entry.wide ? bytes(2, 1, 2, 24, 8, numbers[2], 8, numbers[1], 8, offset) : new byte[0];
    byte[] extra = join(entry.extra, zip64);
    long full = 0xffffffffL;
    return join(
        bytes(
            4,
            0x02014b50,
            2,
            0x031e,
            2,
            entry.wide ? 45 : 20,
            2,
            flags(entry),
            2,
            entry.method,
            4,
            entry.time,
            4,
            numbers[0],
            4,
            entry.wide ? full : numbers[1],
            4,
            entry.wide ? full : numbers[2],
            2,
            entry.name.length,
            2,
            extra.length,
            2,
            entry.comment.length,
            2,
            0,
            2,
            1,
            4,
            (long) entry.attributes << 16,
            4,
            entry.wide ? full : offset),
        entry.name,
        extra,
        entry.comment);
  }

  private static byte[] deflated(Entry entry) {
    Deflater deflater = new Deflater(entry.level, true);
    deflater.setInput(entry.content);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[4096];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  /** Writes numbers, each behind its width in bytes, the smallest byte first. */
  private static byte[] bytes(long... widthsAndValues) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < widthsAndValues.length; i += 2) {
      for (int at = 0; at < widthsAndValues[i]; at++) {
        out.write((int) (widthsAndValues[i + 1] >>> (8 * at)));
      }
    }
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
