package org.tokenerror.retrofit.zip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;

/**
 * Tells how to take changes back.
 *
 * @param version who made them
 * @param sha256 the digest of the archive before them
 * @param added the names of new entries
 * @param originals the entries that were replaced or left out
 * @param tail what ended the archive before them
 * @param digests those of what was written, by the names of entries
 */
record UndoRecord(
    String version,
    Bytes sha256,
    List<Bytes> added,
    List<Original> originals,
    Bytes tail,
    Map<Bytes, Bytes> digests) {
  private static final int MAGIC = 0x54454655;
  private static final int WHOLE = 0;
  private static final int WRAPPED = 1;
  private static final int DIGEST_LENGTH = 32;

  /**
   * Says where an entry was.
   *
   * @param physical among the entries as they follow each other
   * @param directory in the central directory
   */
  record Place(int physical, int directory) {}

  /** Holds what is needed to put an entry back. */
  sealed interface Original permits Whole, Wrapped {
    Place place();

    CentralRecord record();

    void write(DataOutputStream out) throws IOException;
  }

  /** Holds all of an entry. */
  record Whole(Place place, CentralRecord record, Bytes segment) implements Original {
    @Override
    public void write(DataOutputStream out) throws IOException {
      out.writeByte(WHOLE);
      writePlace(out, this);
      writeBytes(out, segment);
    }
  }

  /** Holds all of an entry but its content. */
  record Wrapped(Place place, CentralRecord record, Bytes header, Bytes trailer, int level)
      implements Original {
    @Override
    public void write(DataOutputStream out) throws IOException {
      out.writeByte(WRAPPED);
      writePlace(out, this);
      writeBytes(out, header);
      writeBytes(out, trailer);
      out.writeByte(level);
    }
  }

  byte[] toBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(MAGIC);
    out.writeUTF(version);
    out.write(sha256.toArray());
    out.writeInt(added.size());
    for (Bytes name : added) {
      writeBytes(out, name);
    }
    out.writeInt(originals.size());
    for (Original original : originals) {
      original.write(out);
    }
    writeBytes(out, tail);
    out.writeInt(digests.size());
    for (Map.Entry<Bytes, Bytes> digest : digests.entrySet()) {
      writeBytes(out, digest.getKey());
      writeBytes(out, digest.getValue());
    }
    return bytes.toByteArray();
  }

  static UndoRecord of(byte[] bytes) throws IOException {
    try {
      return read(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (EOFException | UTFDataFormatException e) {
      throw broken();
    }
  }

  private static ZipFormatException broken() {
    return new ZipFormatException("the record of what was there before is broken");
  }

  private static UndoRecord read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw broken();
    }
    String version = in.readUTF();
    Bytes sha256 = Bytes.of(in.readNBytes(DIGEST_LENGTH));
    List<Bytes> added = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      added.add(readBytes(in));
    }
    List<Original> originals = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      originals.add(readOriginal(in));
    }
    Bytes tail = readBytes(in);
    Map<Bytes, Bytes> digests = new LinkedHashMap<>();
    for (int i = in.readInt(); i > 0; i--) {
      digests.put(readBytes(in), readBytes(in));
    }
    return new UndoRecord(version, sha256, added, originals, tail, digests);
  }

  private static Original readOriginal(DataInputStream in) throws IOException {
    int kind = in.readByte();
    Place place = new Place(in.readInt(), in.readInt());
    CentralRecord record = CentralRecord.at(readBytes(in).toArray(), 0);
    if (kind == WHOLE) {
      return new Whole(place, record, readBytes(in));
    }
    Wrapped wrapped = new Wrapped(place, record, readBytes(in), readBytes(in), in.readByte());
    if (wrapped.level() < Deflater.DEFAULT_COMPRESSION
        || wrapped.level() > Deflater.BEST_COMPRESSION) {
      throw broken();
    }
    return wrapped;
  }

  private static void writePlace(DataOutputStream out, Original original) throws IOException {
    out.writeInt(original.place().physical());
    out.writeInt(original.place().directory());
    writeBytes(out, Bytes.of(original.record().bytes()));
  }

  private static void writeBytes(DataOutputStream out, Bytes bytes) throws IOException {
    out.writeInt(bytes.length());
    out.write(bytes.toArray());
  }

  private static Bytes readBytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw broken();
    }
    return Bytes.of(in.readNBytes(length));
  }
}
